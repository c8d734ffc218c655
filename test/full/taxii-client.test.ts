import assert from "node:assert/strict";
import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { promisify } from "node:util";

const ENTENTE = new URL("../../node/src/cli/entente.ts", import.meta.url).pathname;
const WALK = new URL("walk_collection.py", import.meta.url).pathname;
const VENV = process.env.TAXII_CLIENT_PYTHON ?? new URL(".venv", import.meta.url).pathname;
const PYTHON = join(VENV, "bin", "python");
const MISSING = "install it: python3 -m venv test/full/.venv && test/full/.venv/bin/pip install taxii2-client stix2";

const COUNT = 6000;
const CLEAR = "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487";

const entente = (...args: string[]) => execFileSync(process.execPath, [ENTENTE, ...args], { encoding: "utf8" });
const execute = promisify(execFile);

test("OASIS's client walks a collection by `next` and by `added_after` while it grows, and gets the same", {
  skip: existsSync(PYTHON) ? false : MISSING,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-taxii-client-"));
  const home = join(folder, "home");
  entente("init", "--home", home, "--name", "Korea", "--nation", "KOR", "--port", "0");
  const rights = ["--collection", "holdings-green", "--rights", "read", "--json"];
  const { token } = JSON.parse(entente("token", "create", "--home", home, "--name", "siem", ...rights));
  writeFileSync(join(folder, "bundle.json"), JSON.stringify(bundle()));
  const node = spawn(process.execPath, [ENTENTE, "serve", "--home", home], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const port = await portOf(node);
    const address = `http://127.0.0.1:${port}/taxii2/`;
    const done = join(folder, "done");
    const walked = execute(PYTHON, [WALK, address, "holdings-green", "siem", token, done], { maxBuffer: 1 << 28 });
    const file = join(folder, "bundle.json");
    const imported = execute(process.execPath, [
      ENTENTE,
      "import",
      "--home",
      home,
      "--source",
      "list",
      "--label",
      "clear",
      file,
    ]);
    await imported.finally(() => writeFileSync(done, ""));
    const { next, added_after } = JSON.parse((await walked).stdout) as { next: string[][]; added_after: string[] };

    const whole = next.at(-1) ?? [];
    // The own party's identity was there before.
    assert.equal(new Set(whole).size, COUNT + 1);
    assert.deepEqual(added_after, whole);
    // Each walk that began while objects were coming in saw a beginning of what the last one saw: none was skipped.
    for (const walk of next) assert.deepEqual(walk, whole.slice(0, walk.length));
    assert.ok(
      next.some((walk) => walk.length > 1 && walk.length < whole.length),
      "no walk saw the import running",
    );
  } finally {
    node.kill("SIGTERM");
    await new Promise((resolve) => node.once("exit", resolve));
    rmSync(folder, { recursive: true, force: true });
  }
});

function bundle(): object {
  const objects = Array.from({ length: COUNT }, (_, number) => ({
    type: "indicator",
    spec_version: "2.1",
    id: `indicator--00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    created: "2025-01-01T00:00:00.000Z",
    modified: "2025-01-01T00:00:00.000Z",
    name: `Indicator ${number}`,
    pattern: `[ipv4-addr:value = '198.51.${number >> 8}.${number % 256}']`,
    pattern_type: "stix",
    valid_from: "2025-01-01T00:00:00Z",
    object_marking_refs: [CLEAR],
  }));
  return { type: "bundle", id: "bundle--00000000-0000-4000-8000-000000000000", objects };
}

async function portOf(node: ChildProcess): Promise<number> {
  assert.ok(node.stdout);
  for await (const line of createInterface({ input: node.stdout })) {
    const [, port] = /serving on port (\d+)/.exec(line) ?? [];
    if (port) return Number(port);
  }
  throw new Error("The node ended before it served.");
}
