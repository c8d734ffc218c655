#!/usr/bin/env node
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire, enableCompileCache } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const entry = new URL("../src/cli/entente.ts", import.meta.url);

/** Node 24 comes with the project, because the machine may have an older one: it is found where npm put it. */
const PLATFORMS = [
  `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`,
  `node-bin-${process.platform}-${process.arch}`,
];

function pinnedNode() {
  const require = createRequire(import.meta.url);
  for (const name of PLATFORMS) {
    try {
      const folder = dirname(require.resolve(`${name}/package.json`));
      return join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
    } catch {
      // The other name, or none: said below.
    }
  }
  process.stderr.write("Entente needs Node 24, which `npm ci` brings for your platform. Run `npm ci` again.\n");
  return process.exit(1);
}

if (Number(process.versions.node.split(".")[0]) >= 24) {
  // Compiled code is kept beside the installed packages: in a folder of all users, another one could plant some.
  const folder = fileURLToPath(new URL("../../node_modules/.cache/entente", import.meta.url));
  if (existsSync(dirname(dirname(folder)))) enableCompileCache(folder);
  await import(entry.href);
} else {
  const child = spawn(pinnedNode(), [fileURLToPath(entry), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
