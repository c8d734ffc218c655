import type { Kysely } from "kysely";
import type { ObjectsTables } from "#database";
import type { Origin } from "./origin.ts";
import { levelOf, type ReadObject } from "./read-object.ts";
import { slices } from "./slices.ts";

export type Admissible = { readonly object: ReadObject; readonly assigned: readonly string[] };
type New = { readonly origin: Origin; readonly author: string | null; readonly objects: readonly Admissible[] };
/** An object with the version that it was stored as. */
export type Stored = Admissible & { readonly versionId: number };

const ROWS_PER_STATEMENT = 100;

/** Appends versions that are not there yet, with all that is found through them: many rows a statement, for imports. */
export async function recordVersions(
  tx: Kysely<ObjectsTables>,
  { origin, author, objects }: New,
  now: number,
): Promise<Stored[]> {
  const all: Stored[] = [];
  for (const some of slices(objects, ROWS_PER_STATEMENT)) {
    const stored = await insertVersions(tx, { origin, author, objects: some }, now);
    await insertReferences(tx, stored);
    await insertObservables(tx, stored);
    await updateHeads(tx, origin, stored);
    all.push(...stored);
  }
  return all;
}

async function insertVersions(
  tx: Kysely<ObjectsTables>,
  { origin, author, objects }: New,
  now: number,
): Promise<Stored[]> {
  const rows = objects.map(({ object, assigned: given }) => {
    const assigned = [...new Set(given)].sort();
    return {
      origin,
      id: object.id,
      type: object.type,
      version_key: object.versionKey,
      micros: object.micros,
      modified: object.modified,
      digest: object.digest,
      bytes: object.bytes,
      title: object.title,
      unknown: JSON.stringify(object.unknown),
      assigned: JSON.stringify(assigned),
      label: levelOf([...object.markings, ...assigned]),
      author,
      admitted_at: now,
    };
  });
  const ids = await tx.insertInto("versions").values(rows).returning(["version_id", "id", "version_key"]).execute();
  const byKey = new Map(ids.map(({ version_id, id, version_key }) => [`${id} ${version_key}`, version_id]));
  return objects.map((one) => ({
    ...one,
    versionId: byKey.get(`${one.object.id} ${one.object.versionKey}`) as number,
  }));
}

async function insertReferences(tx: Kysely<ObjectsTables>, stored: readonly Stored[]): Promise<void> {
  const rows = stored.flatMap(({ object, versionId: version_id }) =>
    object.references.map(({ path, id: target }) => ({ version_id, path, target })),
  );
  for (const some of slices(rows)) await tx.insertInto("object_references").values(some).execute();
}

async function insertObservables(tx: Kysely<ObjectsTables>, stored: readonly Stored[]): Promise<void> {
  const rows = stored.flatMap(({ object, versionId: version_id }) =>
    object.observables.map(({ type, value }) => ({ type, value, version_id })),
  );
  for (const some of slices(rows)) await tx.insertInto("observables").values(some).execute();
}

/** The first origin that hands in an id is its writer; only the writer's newest version is the head. */
async function updateHeads(tx: Kysely<ObjectsTables>, origin: Origin, stored: readonly Stored[]): Promise<void> {
  const heads = await headsAmong(tx, stored);
  const next = new Map<string, Stored>();
  for (const one of stored) {
    const { id, micros } = one.object;
    const head = heads.get(id);
    if (head && (head.origin !== origin || (micros ?? 0) < (head.micros ?? 0))) continue;
    heads.set(id, { origin, micros });
    next.set(id, one);
  }
  if (next.size === 0) return;
  const rows = [...next.values()].map(({ object: { id, type }, versionId }) => ({
    id,
    origin,
    type,
    version_id: versionId,
  }));
  await tx
    .insertInto("heads")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet(({ ref }) => ({ version_id: ref("excluded.version_id") })),
    )
    .execute();
}

async function headsAmong(
  tx: Kysely<ObjectsTables>,
  stored: readonly Stored[],
): Promise<Map<string, { origin: string; micros: number | null }>> {
  const rows = await tx
    .selectFrom("heads")
    .innerJoin("versions", "versions.version_id", "heads.version_id")
    .select(["heads.id", "heads.origin", "versions.micros"])
    .where(
      "heads.id",
      "in",
      stored.map(({ object }) => object.id),
    )
    .execute();
  return new Map(rows.map(({ id, origin, micros }) => [id, { origin, micros }]));
}
