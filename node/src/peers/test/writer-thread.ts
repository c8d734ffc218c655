import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { workerData } from "node:worker_threads";
import { serveCommands } from "#database";
import { objectsCommands } from "#objects";
import { RELEASE_RULES, releaseCommands } from "#release";
import { peersCommands } from "../commands.ts";

const offset = join(workerData.home, "clock-offset");
const clock = { now: () => Date.now() + (existsSync(offset) ? Number(readFileSync(offset, "utf8")) : 0) };

// The rooms that a link stands on, without those for people; a test can set the clock ahead.
serveCommands([...objectsCommands, ...releaseCommands(RELEASE_RULES), ...peersCommands()], clock);
