import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Each in a process of its own, one after the other: two at a time would measure each other. */
const BENCHMARKS = ["release-latency.ts"];

for (const name of BENCHMARKS) {
  const file = fileURLToPath(new URL(name, import.meta.url));
  const { status } = spawnSync(process.execPath, [file], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
