import type { AnyCommand } from "#database";
import { recordLookUp } from "./look-up.ts";

export const threatsCommands: readonly AnyCommand[] = [recordLookUp];
