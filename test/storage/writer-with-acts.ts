import { RELEASE_RULES } from "@entente/node/rules";
import { startWriter } from "@entente/node/writer";
import { ACTS } from "./acts.ts";

// The writer of the program, with a few acts of the tests.
export const writer = startWriter({ rules: RELEASE_RULES, acts: ACTS });
