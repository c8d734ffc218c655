import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const CONSOLE = fileURLToPath(new URL("../../console/", import.meta.url));
const BUILT = join(CONSOLE, "dist/index.html");

/** Builds the console where it is missing or older than its sources: a browser must not test yesterday's pages. */
export function buildConsole(): void {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= newestIn(join(CONSOLE, "src"))) return;
  const vite = fileURLToPath(new URL("../../node_modules/vite/bin/vite.js", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [vite, "build"], { cwd: CONSOLE, encoding: "utf8" });
  if (status !== 0) throw new Error(`The console could not be built: ${stderr}`);
}

function newestIn(folder: string): number {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs;
  });
  return Math.max(0, ...times);
}
