import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandsIn } from "@entente/notes";

/** Runs VERIFY.md's own commands over the folder, then over it with one byte flipped in each file in turn. */
export function verifyFolder(files: Record<string, Uint8Array>, sentence: string): void {
  const folder = mkdtempSync(join(tmpdir(), "entente-accord-"));
  const inner = Object.entries(files).map(([name, bytes]) => [name.split("/").at(-1) ?? name, bytes] as const);
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, bytes] of inner) writeFileSync(join(folder, name), bytes);
    assert.ok(readFileSync(join(folder, "en.single.txt"), "utf8").includes(sentence));
    const commands = commandsIn(readFileSync(join(folder, "VERIFY.md"), "utf8"));
    assert.ok(commands.length >= 5, "sha256sum, and openssl for two acts of two parties");
    assert.ok(succeeds(folder, commands));
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const right = readFileSync(path);
      const wrong = Buffer.from(right);
      const place = name === "SHA256SUMS" ? 0 : Math.floor(wrong.length / 2);
      // In the sums a digit becomes another digit; a letter beyond f would only be warned about.
      wrong[place] = (wrong[place] ?? 0) ^ 1;
      writeFileSync(path, wrong);
      assert.ok(!succeeds(folder, commands), `a flipped byte in ${name}`);
      writeFileSync(path, right);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function succeeds(cwd: string, commands: readonly string[]): boolean {
  const { status, stderr } = spawnSync("bash", ["-c", commands.map((one) => `${one} || exit 1`).join("\n")], {
    cwd,
    encoding: "utf8",
  });
  return status === 0 && !stderr.includes("WARNING");
}
