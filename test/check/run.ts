import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { brokenBoundaries } from "./boundaries.ts";
import { readModules } from "./modules.ts";
import { brokenTranslations } from "./translations.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Fewer were never there: a check that reads nothing finds nothing. */
const FEWEST_MODULES = 200;

const modules = readModules(ROOT);
const findings = [
  ...(modules.length < FEWEST_MODULES ? [`only ${modules.length} modules were read`] : []),
  ...brokenBoundaries(modules),
  ...(await brokenTranslations(ROOT)),
  ...failing("types", ["tsc", "--noEmit"]),
  ...failing("types of the console", ["tsc", "--noEmit", "-p", "console"]),
  ...failing("lint", ["biome", "check", "."]),
  ...failing("dead code", ["knip"]),
];

for (const finding of findings) process.stderr.write(`${finding}\n`);
process.stdout.write(`checked ${modules.length} modules: ${findings.length} findings\n`);
process.exitCode = findings.length === 0 ? 0 : 1;

function failing(what: string, [command = "", ...words]: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${command}`, words, { cwd: ROOT, encoding: "utf8" });
  return status === 0 ? [] : [`${what}:\n${stdout}${stderr}`];
}
