import { cardSubject, type Frontier, NotesError, subjectOf } from "@entente/notes";
import { microsecondsOf } from "@entente/stix";
import { type CommandContext, command } from "#database";
import type { Objects } from "#objects";
import { logName } from "#release";
import { type ReceivedEntry, unproven } from "./continue-log.ts";
import { peerById } from "./store.ts";

export type ProvenLedger = {
  readonly party: string;
  readonly reader: string;
  readonly entries: readonly ReceivedEntry[];
  readonly frontier: Frontier;
  /** The size that the entries continue. */
  readonly from: number;
  readonly checkpoint: string;
};

const AT_ONCE = 200;

/** Keeps what was proven of an ally's log, and the checkpoint that it was proven by, in one transaction. */
export const keepLedger = command("objects", "keepLedger", async (tx, ledger: ProvenLedger, context) => {
  const { party, reader, entries, frontier, from, checkpoint } = ledger;
  const log = logName(party, reader);
  const held = await tx.selectFrom("logs").select("size").where("log", "=", log).executeTakeFirst();
  if ((held?.size ?? 0) !== from) throw new Error(`${log} has ${held?.size ?? 0} entries here, not ${from}`);
  const lastTime = entries.at(-1) && microsecondsOf(entries.at(-1)?.content.time ?? "");
  const state = { size: frontier.size, frontier: JSON.stringify(frontier) };
  await tx
    .insertInto("logs")
    .values({ log, writer: party, reader, ...state, last_time: lastTime ?? 0 })
    .onConflict((conflict) =>
      conflict.column("log").doUpdateSet({ ...state, ...(lastTime === undefined ? {} : { last_time: lastTime }) }),
    )
    .execute();
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const rows = entries.slice(at, at + AT_ONCE).map(({ entry, bytes, leafHash, content: { kind, subject } }) => ({
      log,
      entry,
      bytes,
      leaf_hash: leafHash,
      kind,
      subject,
    }));
    await tx.insertInto("entries").values(rows).execute();
  }
  await requireCardEntry(tx, party, log);
  const checked_at = context.clock.now() * 1000;
  await tx.updateTable("peers").set({ checkpoint, checked_at }).where("party", "=", party).execute();
  if (entries.length > 0) tellRooms(party, entries, context);
});

/** A log that does not state the card that we paired with is not the log of that node. */
async function requireCardEntry(tx: Objects, party: string, log: string): Promise<void> {
  const peer = await peerById(tx, party);
  const stated = await tx
    .selectFrom("entries")
    .select("entry")
    .where("log", "=", log)
    .where("kind", "=", "card")
    .where("subject", "=", cardSubject(peer?.card ?? ""))
    .executeTakeFirst();
  if (!stated) throw unproven("The ally's log does not state the card that this node was paired with.");
}

function tellRooms(party: string, entries: readonly ReceivedEntry[], context: CommandContext): void {
  context.changed("exchange", party);
  // A set is agreed when both logs hold its entry: what waited for its members may go now (R8).
  if (entries.some(({ content }) => content.kind === "set")) context.changed("objects", party);
}

export type Opening = {
  readonly entry: number;
  readonly id: string;
  readonly modified: string | null;
  readonly digest: string;
  readonly labels: readonly string[];
  readonly opening: string;
};

/** Keeps the openings that give the subject of a kept release or act. @returns how many did not */
export const keepOpenings = command(
  "objects",
  "keepOpenings",
  async (
    tx,
    { party, reader, openings }: { party: string; reader: string; openings: readonly Opening[] },
  ): Promise<{ refused: number }> => {
    let refused = 0;
    for (const { labels, ...opening } of openings) {
      if (!(await givesSubject(tx, logName(party, reader), { labels, ...opening }))) {
        refused += 1;
        continue;
      }
      await tx
        .insertInto("peer_openings")
        .values({ party, ...opening, labels: JSON.stringify(labels) })
        .onConflict((conflict) => conflict.columns(["party", "entry"]).doNothing())
        .execute();
    }
    return { refused };
  },
);

async function givesSubject(tx: Objects, log: string, opening: Opening): Promise<boolean> {
  const stated = await tx
    .selectFrom("entries")
    .select("subject")
    .where("log", "=", log)
    .where("entry", "=", opening.entry)
    .where("kind", "in", ["release", "act"])
    .executeTakeFirst();
  try {
    return stated !== undefined && subjectOf(opening) === stated.subject;
  } catch (error) {
    if (error instanceof NotesError) return false;
    throw error;
  }
}
