import {
  appendLeaf,
  EMPTY_FRONTIER,
  type EntryKind,
  entryBytes,
  type Frontier,
  leafHash,
  rootOf,
} from "@entente/notes";
import { timestampOf } from "@entente/stix";
import type { CommandContext } from "#database";
import { nextMicros } from "#kernel/clock";
import type { Objects } from "#objects";
import "./tables.ts";

/** The name of a log: who writes it and who may read it (ledger.md). */
export function logName(writer: string, reader: string): string {
  return `${writer}/${reader}`;
}

type NewEntry = {
  readonly kind: EntryKind;
  readonly decision: string;
  readonly subject: string;
  readonly timeMicros: number;
};

/** A log that is being written to in this transaction; its state goes back to the database with `save`. */
export type OpenLog = {
  readonly log: string;
  /** A time after that of every entry before. */
  nextTime(): number;
  /** @returns the entry's number, from 0 */
  append(entry: NewEntry): Promise<number>;
  save(): Promise<void>;
};

/** Opens our log for a reader, beginning it when there is none. Its row is locked: nobody else appends until the commit. */
export async function openLog(tx: Objects, writer: string, reader: string, context: CommandContext): Promise<OpenLog> {
  const log = logName(writer, reader);
  const row = await tx.selectFrom("logs").selectAll().where("log", "=", log).forUpdate().executeTakeFirst();
  let frontier: Frontier = row ? JSON.parse(row.frontier) : EMPTY_FRONTIER;
  let lastTime = row?.last_time ?? 0;
  if (!row) {
    const first = { log, writer, reader, size: 0, frontier: JSON.stringify(frontier), last_time: 0 };
    await tx.insertInto("logs").values(first).execute();
  }
  return {
    log,
    nextTime: () => {
      lastTime = nextMicros(context.clock, lastTime);
      return lastTime;
    },
    append: async ({ kind, decision, subject, timeMicros }) => {
      const bytes = entryBytes({ kind, party: reader, time: timestampOf(timeMicros), decision, subject });
      const entry = frontier.size;
      const hash = leafHash(bytes);
      await tx.insertInto("entries").values({ log, entry, bytes, leaf_hash: hash, kind, subject }).execute();
      frontier = appendLeaf(frontier, hash);
      return entry;
    },
    save: async () => {
      await tx
        .updateTable("logs")
        .set({ size: frontier.size, frontier: JSON.stringify(frontier), last_time: lastTime })
        .where("log", "=", log)
        .execute();
    },
  };
}

/** Appends one entry that no row belongs to: a card, a set, what was received. @returns its number */
export async function appendEntry(
  tx: Objects,
  { writer, reader, kind, subject }: { writer: string; reader: string; kind: EntryKind; subject: string },
  context: CommandContext,
): Promise<number> {
  const log = await openLog(tx, writer, reader, context);
  const decision = Buffer.from(context.random.bytes(16)).toString("hex");
  const entry = await log.append({ kind, decision, subject, timeMicros: log.nextTime() });
  await log.save();
  context.changed("views", reader);
  return entry;
}

export type LogHead = { readonly log: string; readonly size: number; readonly root: string };

/** Size and root of a log; of one that was never written, those of the empty tree. */
export async function logHead(db: Objects, log: string): Promise<LogHead> {
  const row = await db.selectFrom("logs").select("frontier").where("log", "=", log).executeTakeFirst();
  const frontier: Frontier = row ? JSON.parse(row.frontier) : EMPTY_FRONTIER;
  return { log, size: frontier.size, root: rootOf(frontier) };
}

/** Entries of a log from a number on, in order. */
export function entriesFrom(db: Objects, log: string, from: number, limit: number) {
  return db
    .selectFrom("entries")
    .selectAll()
    .where("log", "=", log)
    .where("entry", ">=", from)
    .orderBy("entry")
    .limit(limit)
    .execute();
}

/** The leaf hashes of the first `size` entries: what proofs are made from. */
export async function leafHashes(db: Objects, log: string, size: number): Promise<string[]> {
  const rows = await db
    .selectFrom("entries")
    .select("leaf_hash")
    .where("log", "=", log)
    .where("entry", "<", size)
    .orderBy("entry")
    .execute();
  return rows.map(({ leaf_hash }) => leaf_hash);
}
