import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import type { Side } from "./alliance.ts";

const CHECKER = fileURLToPath(new URL("check-ledger.mjs", import.meta.url));

/** What `at` shows to `to` and what `to` has taken in from `at`: each as sorted lines of id and digest. */
export function bothSides(
  at: Side,
  to: Side,
): { readonly shown: readonly string[]; readonly admitted: readonly string[] } {
  const shown = rows(at.home, "select id, digest from views where party = ? and closed_at is null", to.party);
  // The identity on the card was handed over when the nodes were paired.
  const admitted = rows(to.home, "select id, digest from versions where origin = 'peer:' || ?1 and id <> ?1", at.party);
  const identity = (line: string) => !line.startsWith(at.party);
  return { shown: shown.filter(identity), admitted: admitted.filter(identity) };
}

/** What an independent script finds wrong in a folder's ledgers. */
export function ledgerProblems({ home }: Side): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [CHECKER, home], { encoding: "utf8" });
  return stdout ? (JSON.parse(stdout) as { problems: string[] }).problems : [stderr];
}

/** One value of the first row of a query over a node's objects. */
export function valueIn({ home }: Side, sql: string, ...values: readonly string[]): unknown {
  const db = new DatabaseSync(join(home, "objects.db"), { readOnly: true, timeout: 5000 });
  try {
    return Object.values(db.prepare(sql).get(...values) ?? {})[0];
  } finally {
    db.close();
  }
}

function rows(home: string, sql: string, party: string): string[] {
  const db = new DatabaseSync(join(home, "objects.db"), { readOnly: true, timeout: 5000 });
  try {
    return db
      .prepare(sql)
      .all(party)
      .map(({ id, digest }) => `${id} ${digest}`)
      .sort();
  } finally {
    db.close();
  }
}
