import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ask } from "@entente/node/command-line";
import { copyHome, withPlainSql } from "../storage/plain-sql.ts";
import { type Alliance, makeAlliance, type Side, until } from "./alliance.ts";
import { report, tokenOf, writeOwn } from "./own-objects.ts";

const CHECKER = fileURLToPath(new URL("check-ledger.mjs", import.meta.url));
const REPORTS = 20;

let alliance: Alliance;
before(async () => {
  alliance = await makeAlliance();
  await Promise.all([alliance.start(alliance.korea), alliance.start(alliance.unitedStates)]);
});
after(() => alliance.close());

function check(folder: string): { status: number | null; subjects: number; objects: number; problems: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CHECKER, folder], { encoding: "utf8" });
  assert.ok(stdout, stderr);
  return { status, ...JSON.parse(stdout) };
}

test("a script that uses none of our packages recomputes every root and subject; a flipped byte is found", async () => {
  const { korea, unitedStates } = alliance;
  const reports = Array.from({ length: REPORTS }, (_, index) => report(korea, { name: `Report ${index}` }));
  await writeOwn(korea, reports);
  const ids = reports.map(({ id }) => id);
  await ask(korea.home, "release", {
    ids,
    to: "USA",
    reason: "test",
    dryRun: false,
    token: await tokenOf(korea, "Releasing officer"),
  });
  const ally = await alliance.signIn(unitedStates);
  await until(
    () => Promise.all(ids.map((id) => ally.ask("GET", `/api/objects/${id}`))),
    (answers) => answers.every(({ status }) => status === 200),
  );

  const [atKorea, atAlly] = [check(korea.home), check(unitedStates.home)];
  assert.deepEqual([atKorea.problems, atAlly.problems], [[], []]);
  assert.ok(atKorea.subjects >= REPORTS && atAlly.subjects >= REPORTS && atAlly.objects >= REPORTS);
  await Promise.all([alliance.stop(korea), alliance.stop(unitedStates)]);

  for (const [what, table, column, where] of FLIPS) {
    assert.equal(await flippedCheck(unitedStates, table, column, where), 1, `${what} at the ally`);
  }
});

const FLIPS = [
  ["an entry", "entries", "bytes", "entry = 2"],
  ["an opening", "peer_openings", "opening", "entry = 2"],
  ["a label", "peer_openings", "labels", "entry = 2"],
] as const;

/** Flips the last bit of one byte in the middle of a value, in a copy of the folder. */
async function flippedCheck({ home }: Side, table: string, column: string, where: string): Promise<number | null> {
  const copy = `${home}-flipped`;
  await copyHome(home, copy);
  await withPlainSql(copy, "objects", async ({ all, run }) => {
    const [{ value } = {}] = await all(`select ${column} as value from ${table} where ${where}`);
    const bytes = Buffer.from(value as string | Uint8Array);
    const place = column === "labels" ? bytes.indexOf("--") + 5 : Math.floor(bytes.length / 2);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    const changed = typeof value === "string" ? bytes.toString("utf8") : bytes;
    assert.ok((await run(`update ${table} set ${column} = ? where ${where}`, changed)) > 0);
  });
  const { status } = check(copy);
  rmSync(copy, { recursive: true });
  return status;
}
