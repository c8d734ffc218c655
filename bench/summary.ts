import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const OUT = fileURLToPath(new URL("out/", import.meta.url));

export type Summary = { readonly count: number; readonly median: number; readonly p95: number; readonly max: number };

/** Of milliseconds, at least one: how many, the middle one, the one that 95 of 100 do not exceed, the longest. */
export function summaryOf(times: readonly number[]): Summary {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return { count: sorted.length, median: at(0.5), p95: at(0.95), max: at(1) };
}

/** A line per measurement, each against the base's median. */
export function tableOf(summaries: Readonly<Record<string, Summary>>, base: string): string {
  const [width, of] = [Math.max(...Object.keys(summaries).map(({ length }) => length)), summaries[base]?.median ?? 1];
  const line = (cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(width) : cell.padStart(11))).join("");
  const rows = Object.entries(summaries).map(([name, { count, median, p95, max }]) =>
    line([name, String(count), `${median} ms`, `${p95} ms`, `${max} ms`, `${Math.round(median / of)} ×`]),
  );
  return [line(["", "count", "median", "95 %", "longest", "to base"]), ...rows].join("\n");
}

/** Keeps a run's numbers beside what they were measured on; git does not. */
export function keep(name: string, results: object): string {
  mkdirSync(OUT, { recursive: true });
  const path = `${OUT}${name}.json`;
  const [cpu] = cpus();
  const machine = { cpu: cpu?.model, cores: cpus().length, node: process.version };
  writeFileSync(path, `${JSON.stringify({ at: new Date().toISOString(), machine, ...results }, null, 2)}\n`);
  return path;
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
