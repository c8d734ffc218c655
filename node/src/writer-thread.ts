import { RELEASE_RULES } from "#release";
import { startWriter } from "./writer.ts";

// The writer of the shipped program: every rule, and no way to leave one out.
export const writer = startWriter({ rules: RELEASE_RULES });
