import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { withPlainSql } from "../storage/plain-sql.ts";
import type { Side } from "./alliance.ts";

const CHECKER = fileURLToPath(new URL("check-ledger.mjs", import.meta.url));

/** What `at` shows to `to` and what `to` has taken in from `at`: each as sorted lines of id and digest. */
export async function bothSides(
  at: Side,
  to: Side,
): Promise<{ readonly shown: readonly string[]; readonly admitted: readonly string[] }> {
  const shown = await rows(at.home, "select id, digest from views where party = ? and closed_at is null", to.party);
  // The identity on the card was handed over when the nodes were paired.
  const admitted = await rows(to.home, "select id, digest from versions where origin = ?", `peer:${at.party}`);
  const identity = (line: string) => !line.startsWith(at.party);
  return { shown: shown.filter(identity), admitted: admitted.filter(identity) };
}

/** What an independent script finds wrong in a folder's ledgers. */
export function ledgerProblems({ home }: Side): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [CHECKER, home], { encoding: "utf8" });
  return stdout ? (JSON.parse(stdout) as { problems: string[] }).problems : [stderr];
}

/** One value of the first row of a query over a node's objects. */
export function valueIn({ home }: Side, sql: string, ...values: readonly string[]): Promise<unknown> {
  return withPlainSql(home, "objects", async ({ all }) => Object.values((await all(sql, ...values))[0] ?? {})[0]);
}

function rows(home: string, sql: string, party: string): Promise<string[]> {
  return withPlainSql(home, "objects", async ({ all }) =>
    (await all(sql, party)).map(({ id, digest }) => `${id} ${digest}`).sort(),
  );
}
