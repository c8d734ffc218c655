import { hash } from "node:crypto";
import { parseEntry } from "@entente/notes";
import { microsecondsOf } from "@entente/stix";
import { type CommandContext, command } from "#database";
import { admitInto, fromPeer, type Objects, ownParty, quarantineObject, type ReadObject } from "#objects";
import { logName } from "#release";
import "./tables.ts";

/** One page of an ally's releases, read; what could not be read is kept as it came. */
export type ReleasedPage = {
  readonly party: string;
  readonly objects: readonly ReadObject[];
  readonly unreadable: readonly Uint8Array[];
  /** `date_added` of the page's last object, in microseconds: where the next pull goes on. */
  readonly cursor: number | null;
};

export type PageTaken = { readonly added: number; readonly quarantined: number };

/**
 * Takes in a page: each object that the ally's log proves is admitted under the label that the entry states; every other
 * waits in quarantine and never blocks the rest. The cursor moves in the same transaction, so that after a crash the
 * page is either taken in or asked for again; taking it in twice changes nothing.
 */
export const admitReleased = command(
  "objects",
  "admitReleased",
  async (tx, { party, objects, unreadable, cursor }: ReleasedPage, context): Promise<PageTaken> => {
    let added = 0;
    let quarantined = unreadable.length;
    for (const object of objects) {
      const outcome = await takeIn(tx, party, object, context);
      if (outcome === "added") added += 1;
      else if (outcome !== "unchanged") quarantined += 1;
    }
    for (const bytes of unreadable) await quarantineUnreadable(tx, party, bytes, context);
    if (cursor !== null) await tx.updateTable("peers").set({ cursor }).where("party", "=", party).execute();
    if (added > 0) await noteLag(tx, party, objects.at(-1), context);
    if (added + quarantined > 0) context.changed("exchange", party);
    return { added, quarantined };
  },
);

async function takeIn(tx: Objects, party: string, object: ReadObject, context: CommandContext): Promise<string> {
  const origin = fromPeer(party);
  const opening = await openingFor(tx, party, object);
  if (!opening) {
    await quarantineObject(tx, { origin, object, assigned: [], reason: "unproven", admitAt: null }, context);
    return "unproven";
  }
  const assigned = JSON.parse(opening.labels) as string[];
  const [admitted] = await admitInto(tx, { origin, author: null, objects: [{ object, assigned }] }, context);
  if (admitted?.outcome === "conflict") {
    await quarantineObject(tx, { origin, object, assigned, reason: "version-conflict", admitAt: null }, context);
  }
  return admitted?.outcome ?? "unchanged";
}

/** What proves an object: a digest is over all of it, its version included, so id and digest name it wholly. */
export function openingFor(db: Objects, party: string, { id, digest }: Pick<ReadObject, "id" | "digest">) {
  return db
    .selectFrom("peer_openings")
    .selectAll()
    .where("party", "=", party)
    .where("id", "=", id)
    .where("digest", "=", digest)
    .orderBy("entry", "desc")
    .executeTakeFirst();
}

async function quarantineUnreadable(tx: Objects, party: string, bytes: Uint8Array, context: CommandContext) {
  const row = {
    origin: fromPeer(party),
    id: "unreadable",
    digest: hash("sha256", bytes, "hex"),
    bytes,
    assigned: "[]",
    reason: "object-invalid",
    admit_at: null,
    received_at: context.clock.now() * 1000,
  };
  await tx
    .insertInto("quarantine")
    .values(row)
    .onConflict((conflict) => conflict.columns(["origin", "id", "digest"]).doNothing())
    .execute();
}

/** From the ally's entry to our admission, for the last object: what the link shows. */
async function noteLag(tx: Objects, party: string, object: ReadObject | undefined, context: CommandContext) {
  const opening = object && (await openingFor(tx, party, object));
  if (!opening) return;
  const entry = await tx
    .selectFrom("entries")
    .select("bytes")
    .where("log", "=", logName(party, (await ownParty(tx)).id))
    .where("entry", "=", opening.entry)
    .executeTakeFirstOrThrow();
  const releasedAt = microsecondsOf(parseEntry(entry.bytes).time);
  const lag_ms = Math.max(0, context.clock.now() - Math.floor(releasedAt / 1000));
  await tx.updateTable("peers").set({ lag_ms }).where("party", "=", party).execute();
}
