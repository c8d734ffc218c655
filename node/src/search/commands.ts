import type { AnyCommand } from "#database";
import { indexWaiting } from "./index-objects.ts";

export { indexAdmitted } from "./index-objects.ts";

export const searchCommands: readonly AnyCommand[] = [indexWaiting];
