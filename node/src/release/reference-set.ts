import { type ReferenceSet, setDigest, setSubject } from "@entente/notes";
import { command } from "#database";
import { EntenteError } from "#kernel/errors";
import { fromSource, type Objects, ownParty } from "#objects";
import { appendEntry } from "./ledger.ts";
import "./tables.ts";

export type NewReferenceSet = {
  readonly source: string;
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
};

/** Names everything that one source handed in as a reference set (R8), by what it holds now. */
export const nameReferenceSet = command(
  "objects",
  "nameReferenceSet",
  async (tx, { source, publisher, name, version }: NewReferenceSet): Promise<ReferenceSet & { subject: string }> => {
    const members = await tx
      .selectFrom("versions")
      .select(["id", "modified", "digest"])
      .where("origin", "=", fromSource(source))
      .execute();
    const sha256 = setDigest(members.map(({ id, modified, digest }) => ({ id, version: modified ?? "", digest })));
    const set: ReferenceSet = { publisher, name, version, count: members.length, sha256 };
    const subject = setSubject(set);
    await tx
      .insertInto("reference_sets")
      .values({ subject, ...set })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (let at = 0; at < members.length; at += 500) {
      await tx
        .insertInto("reference_members")
        .values(members.slice(at, at + 500).map(({ id }) => ({ id, subject })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    return { ...set, subject };
  },
);

/** States to a peer that we hold this set. It is agreed once the same entry stands in its log too (ledger.md). */
export const stateReferenceSet = command(
  "objects",
  "stateReferenceSet",
  async (tx, { subject, party }: { subject: string; party: string }, context): Promise<void> => {
    const held = await tx.selectFrom("reference_sets").select("name").where("subject", "=", subject).executeTakeFirst();
    if (!held)
      throw new EntenteError({ code: "object-unknown", message: "No reference set of this subject is held here." });
    const writer = (await ownParty(tx)).id;
    const stated = await tx
      .selectFrom("entries")
      .select("entry")
      .where("log", "=", `${writer}/${party}`)
      .where("subject", "=", subject)
      .executeTakeFirst();
    if (!stated) await appendEntry(tx, { writer, reader: party, kind: "set", subject }, context);
  },
);

export type StatedSet = ReferenceSet & { readonly subject: string; readonly ours: boolean; readonly theirs: boolean };

/** The reference sets held here, and which side has stated each in its log. */
export async function referenceSets(db: Objects, party: string): Promise<StatedSet[]> {
  const own = (await ownParty(db)).id;
  const sets = await db.selectFrom("reference_sets").selectAll().execute();
  const stated = async (log: string, subject: string) => {
    const entry = db.selectFrom("entries").select("entry").where("log", "=", log).where("kind", "=", "set");
    return (await entry.where("subject", "=", subject).executeTakeFirst()) !== undefined;
  };
  return Promise.all(
    sets.map(async (set) => ({
      ...set,
      ours: await stated(`${own}/${party}`, set.subject),
      theirs: await stated(`${party}/${own}`, set.subject),
    })),
  );
}
