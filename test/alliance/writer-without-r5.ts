import { RELEASE_RULES } from "@entente/node/rules";
import { startWriter } from "@entente/node/writer";

// A writer for one test alone: what it lets out shows that the test would see a leak.
export const writer = startWriter({ rules: RELEASE_RULES.filter(({ id }) => id !== "R5") });
