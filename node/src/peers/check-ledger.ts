import { setImmediate as yieldToOthers } from "node:timers/promises";
import {
  appendLeaf,
  EMPTY_FRONTIER,
  type Frontier,
  leafHash,
  parseCard,
  parseEntry,
  rootOf,
  verifyCheckpoint,
} from "@entente/notes";
import type { Selectable } from "kysely";
import type { ObjectsTables } from "#database";
import { type Objects, ownParty } from "#objects";
import { entriesFrom } from "#release";
import { checkReceived, checkReleased } from "./check-subjects.ts";
import { peerById } from "./store.ts";

export type LogCheck = { readonly ok: boolean; readonly entries: number; readonly problems: readonly string[] };
export type LedgerCheck = { readonly ours: LogCheck; readonly theirs: LogCheck };

type Log = Selectable<ObjectsTables["logs"]>;

const AT_ONCE = 500;
const MAX_PROBLEMS = 100;

/** Computes every root of both sides' logs again from their entries, and every subject from its opening and object. */
export async function checkLedger(db: Objects): Promise<LedgerCheck> {
  const own = (await ownParty(db)).id;
  const logs = await db.selectFrom("logs").selectAll().orderBy("log").execute();
  const check = async (side: readonly Log[], checkRows: (db: Objects, log: Log) => Promise<string[]>) => {
    const problems: string[] = [];
    let entries = 0;
    for (const log of side) {
      entries += log.size;
      problems.push(...(await checkEntries(db, log)), ...(await checkRows(db, log)));
    }
    return { ok: problems.length === 0, entries, problems: problems.slice(0, MAX_PROBLEMS) };
  };
  return {
    ours: await check(
      logs.filter(({ writer }) => writer === own),
      checkReleased,
    ),
    theirs: await check(
      logs.filter(({ writer }) => writer !== own),
      async (_db, log) => [...(await checkSigned(db, log)), ...(await checkReceived(db, log))],
    ),
  };
}

async function checkEntries(db: Objects, { log, reader, frontier: kept }: Log): Promise<string[]> {
  const problems: string[] = [];
  let frontier: Frontier = EMPTY_FRONTIER;
  for (;;) {
    const rows = await entriesFrom(db, log, frontier.size, AT_ONCE);
    if (rows.length === 0) break;
    for (const row of rows) {
      const hash = leafHash(row.bytes);
      const isSound =
        row.entry === frontier.size && hash === row.leaf_hash && saysTheSame(row.bytes, { ...row, party: reader });
      if (!isSound) problems.push(`${log}, entry ${row.entry}: its bytes are not what was kept of it`);
      frontier = appendLeaf(frontier, hash);
    }
    await yieldToOthers();
  }
  const expected = JSON.parse(kept) as Frontier;
  if (expected.size !== frontier.size || rootOf(expected) !== rootOf(frontier)) {
    problems.push(`${log}: its entries do not give its root`);
  }
  return problems;
}

function saysTheSame(bytes: Uint8Array, kept: { party: string; kind: string; subject: string }): boolean {
  try {
    const { party, kind, subject } = parseEntry(bytes);
    return party === kept.party && kind === kept.kind && subject === kept.subject;
  } catch {
    return false;
  }
}

/** The ally signed the very root that the kept entries give. */
async function checkSigned(db: Objects, { log, writer, frontier }: Log): Promise<string[]> {
  const peer = await peerById(db, writer);
  if (!peer?.checkpoint) return [`${log}: no checkpoint is kept`];
  try {
    const publicKey = Buffer.from(parseCard(peer.card).keys.signing, "base64");
    const { size, root } = verifyCheckpoint(peer.checkpoint, { origin: log, publicKey });
    const kept = JSON.parse(frontier) as Frontier;
    return size === kept.size && root === rootOf(kept) ? [] : [`${log}: the checkpoint states another root`];
  } catch (error) {
    return [`${log}: the checkpoint is not proven: ${(error as Error).message}`];
  }
}
