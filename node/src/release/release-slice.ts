import { subjectOf } from "@entente/notes";
import { type CommandContext, command } from "#database";
import { hex } from "#kernel/random";
import { type Objects, ownParty, versionById } from "#objects";
import { decisionRow } from "./approve-decision.ts";
import { candidateOf } from "./candidates.ts";
import { judge, recipientOf } from "./evaluate.ts";
import { openLog } from "./ledger.ts";
import type { Candidate, Rule } from "./model.ts";

export type SliceDone = { readonly released: number; readonly finished: boolean };

/**
 * R12: the next slice of a running decision: each object's ledger entry and view row, in one transaction. If the power
 * fails, the slice happened or it didn't; the decision goes on with the next one after a restart.
 */
export const releaseSlice = (rules: readonly Rule[]) =>
  command("objects", "releaseSlice", async (tx, decision: string, context): Promise<SliceDone> => {
    const row = await decisionRow(tx, decision);
    if (row.state !== "running") return { released: 0, finished: true };
    if (row.not_before !== null && row.not_before > context.clock.now() * 1000) return { released: 0, finished: true };
    const slice = await nextSlice(tx, decision);
    if (slice.length === 0) {
      await finish(tx, decision, JSON.parse(row.pending).length > 0 ? "waits" : "done", context);
      return { released: 0, finished: true };
    }
    const objects = await withoutThoseThere(tx, row, slice);
    const recipient = await recipientOf(tx, row.party);
    const { permitted } = await judge(
      tx,
      rules,
      recipient,
      objects.map(({ candidate }) => candidate),
    );
    // What was permitted when it was decided must still be: a label may have become stricter since.
    if (permitted.length < objects.length) {
      await finish(tx, decision, "void", context);
      return { released: 0, finished: true };
    }
    await append(tx, { decision, party: row.party, objects }, context);
    context.changed("views", row.party);
    context.changed("releases", decision);
    return { released: objects.length, finished: false };
  });

/** Another decision may have released some of them meanwhile: they keep that row and entry, and are not sent twice (R10). */
async function withoutThoseThere(
  tx: Objects,
  { decision, party }: { decision: string; party: string },
  slice: readonly Next[],
): Promise<Next[]> {
  const rows = await tx
    .selectFrom("views")
    .select(["id", "digest", "entry"])
    .where("party", "=", party)
    .where("closed_at", "is", null)
    .where(
      "id",
      "in",
      slice.map(({ candidate }) => candidate.id),
    )
    .execute();
  const entries = new Map(rows.map(({ id, digest, entry }) => [`${id} ${digest}`, entry]));
  const open: Next[] = [];
  for (const next of slice) {
    const entry = entries.get(`${next.candidate.id} ${next.candidate.digest}`);
    if (entry === undefined) open.push(next);
    else await setEntry(tx, decision, next.position, entry);
  }
  return open;
}

async function setEntry(tx: Objects, decision: string, position: number, entry: number): Promise<void> {
  await tx
    .updateTable("decision_objects")
    .set({ entry })
    .where("decision", "=", decision)
    .where("position", "=", position)
    .execute();
}

type Next = { readonly position: number; readonly candidate: Candidate };

async function nextSlice(tx: Objects, decision: string): Promise<Next[]> {
  const open = tx.selectFrom("decision_objects").where("decision", "=", decision).where("entry", "is", null);
  const first = await open.select("slice").orderBy("position").executeTakeFirst();
  if (!first) return [];
  const rows = await open.selectAll().where("slice", "=", first.slice).orderBy("position").execute();
  const objects: Next[] = [];
  for (const { position, version_id, labels } of rows) {
    const version = await versionById(tx, version_id);
    if (!version) throw new Error(`version ${version_id} is missing`);
    const candidate = candidateOf(version);
    // An observable's inherited label was decided with all that refers to it; in its slice it may stand alone.
    const decided = JSON.parse(labels) as string[];
    objects.push({ position, candidate: candidate.labels.length > 0 ? candidate : { ...candidate, labels: decided } });
  }
  return objects;
}

async function append(
  tx: Objects,
  { decision, party, objects }: { decision: string; party: string; objects: readonly Next[] },
  context: CommandContext,
): Promise<void> {
  const log = await openLog(tx, (await ownParty(tx)).id, party, context);
  let sequence = await lastSequence(tx, party);
  for (const { position, candidate } of objects) {
    const opening = context.random.bytes(32);
    const { id, modified, digest, labels, type, versionId } = candidate;
    const subject = subjectOf({
      opening: hex(opening),
      id,
      modified: statedVersion(candidate),
      digest,
      labels,
    });
    const timeMicros = log.nextTime();
    const kind = type === "entente-act" ? "act" : "release";
    const entry = await log.append({ kind, decision, subject, timeMicros });
    sequence += 1;
    await tx
      .insertInto("views")
      .values({
        party,
        sequence,
        version_id: versionId,
        id,
        type,
        version_key: modified ?? digest,
        digest,
        date_added: timeMicros,
        entry,
        opening,
        labels: JSON.stringify(labels),
        decision,
        expires: null,
        closed_at: null,
      })
      .execute();
    await setEntry(tx, decision, position, entry);
  }
  await log.save();
}

/** A subject holds `modified`, null where the object has none; definitions are told apart by `created` (ledger.md). */
function statedVersion({ object }: Candidate): string | null {
  return typeof object.modified === "string" ? object.modified : null;
}

async function lastSequence(tx: Objects, party: string): Promise<number> {
  const row = await tx
    .selectFrom("views")
    .select("sequence")
    .where("party", "=", party)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.sequence ?? 0;
}

async function finish(tx: Objects, decision: string, state: "done" | "waits" | "void", context: CommandContext) {
  await tx.updateTable("decisions").set({ state }).where("decision", "=", decision).execute();
  context.changed("releases", decision);
}
