import type { JsonObject } from "@entente/stix";
import { fromPeer, type Objects, OWN, objectOf, ownParty, slices } from "#objects";
import { PUBLIC, type Recipient, type Surroundings } from "./model.ts";
import { isAgreed } from "./positions.ts";
import { WELL_KNOWN } from "./rules.ts";
import "./tables.ts";

/** Asks the database once for everything that the rules will want to know about these ids and labels. */
export async function surroundingsOf(
  db: Objects,
  recipient: Recipient,
  asked: {
    readonly ids: readonly string[];
    readonly markings: readonly { origin: string; id: string }[];
    readonly agreed: readonly { id: string; digest: string }[];
  },
): Promise<Surroundings> {
  const own = await ownParty(db);
  const ids = [...new Set(asked.ids)];
  const known = await knownIds(db, recipient, own.id, ids);
  const held = await heldIds(db, ids);
  const shown = await shownContents(db, recipient, ids);
  const definitions = await definitionsOf(db, asked.markings);
  const agreed = new Set<string>();
  for (const { id, digest } of asked.agreed) if (await isAgreed(db, id, digest)) agreed.add(`${id} ${digest}`);
  return {
    recipient,
    ownParty: own.id,
    knows: (id) => known.has(id),
    holds: (id) => held.has(id),
    shows: (id, digest) => shown.has(`${id} ${digest}`),
    definition: (origin, id) => definitions.get(`${origin} ${id}`),
    isAgreed: (id, digest) => agreed.has(`${id} ${digest}`),
  };
}

/** known(P) of R8, for the ids that matter. The public knows its open rows and what is well known, and nothing else. */
export async function knownIds(
  db: Objects,
  { party }: Recipient,
  ownId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const known = new Set(ids.filter((id) => WELL_KNOWN.has(id)));
  const add = (rows: readonly { id: string }[]) => {
    for (const { id } of rows) known.add(id);
  };
  for (const some of slices(ids)) {
    add(
      await db
        .selectFrom("views")
        .select("id")
        .where("party", "=", party)
        .where("closed_at", "is", null)
        .where("id", "in", some)
        .execute(),
    );
    if (party === PUBLIC) continue;
    add(
      await db
        .selectFrom("versions")
        .select("id")
        .where("origin", "=", fromPeer(party))
        .where("id", "in", some)
        .execute(),
    );
    add(await membersKnownTo(db, ownId, party, some));
  }
  if (party !== PUBLIC) for (const id of [ownId, party]) known.add(id);
  return known;
}

/** Members of reference sets that both have agreed on: the same `set` entry stands in both logs (ledger.md). */
function membersKnownTo(db: Objects, own: string, party: string, ids: readonly string[]): Promise<{ id: string }[]> {
  return db
    .selectFrom("reference_members")
    .innerJoin("entries as ours", "ours.subject", "reference_members.subject")
    .innerJoin("entries as theirs", "theirs.subject", "reference_members.subject")
    .select("reference_members.id")
    .where("reference_members.id", "in", ids)
    .where("ours.log", "=", `${own}/${party}`)
    .where("ours.kind", "=", "set")
    .where("theirs.log", "=", `${party}/${own}`)
    .where("theirs.kind", "=", "set")
    .execute();
}

async function heldIds(db: Objects, ids: readonly string[]): Promise<Set<string>> {
  const held = new Set<string>();
  for (const some of slices(ids)) {
    for (const { id } of await db.selectFrom("heads").select("id").where("id", "in", some).execute()) held.add(id);
  }
  return held;
}

async function shownContents(db: Objects, { party }: Recipient, ids: readonly string[]): Promise<Set<string>> {
  const shown = new Set<string>();
  for (const some of slices(ids)) {
    const rows = await db
      .selectFrom("views")
      .select(["id", "digest"])
      .where("party", "=", party)
      .where("closed_at", "is", null)
      .where("id", "in", some)
      .execute();
    for (const { id, digest } of rows) shown.add(`${id} ${digest}`);
  }
  return shown;
}

/** Marking definitions of the object's own origin, else of our own people: never another origin's of the same id. */
async function definitionsOf(
  db: Objects,
  markings: readonly { origin: string; id: string }[],
): Promise<Map<string, JsonObject>> {
  const definitions = new Map<string, JsonObject>();
  const wanted = new Map(markings.map(({ origin, id }) => [`${origin} ${id}`, { origin, id }]));
  for (const [key, { origin, id }] of wanted) {
    const row = await db
      .selectFrom("versions")
      .select("bytes")
      .where("id", "=", id)
      .where("origin", "in", [origin, OWN])
      .orderBy((order) => order.case().when("origin", "=", origin).then(0).else(1).end())
      .orderBy("version_id", "desc")
      .executeTakeFirst();
    if (row) definitions.set(key, objectOf(row));
  }
  return definitions;
}
