import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serveCommands } from "#database";
import { objectsCommands } from "#objects";
import { RELEASE_RULES, releaseCommands } from "#release";
import { peersCommands } from "../commands.ts";

const clockOf = (home: string) => {
  const offset = join(home, "clock-offset");
  return { now: () => Date.now() + (existsSync(offset) ? Number(readFileSync(offset, "utf8")) : 0) };
};

// The rooms that a link stands on, without those for people; a test can set the clock ahead.
export const writer = serveCommands(
  [...objectsCommands, ...releaseCommands(RELEASE_RULES), ...peersCommands()],
  clockOf,
);
