import { classifyMarking, type TlpLevel, tlpOf } from "@entente/stix";
import { levelOf, type Objects, OWN, objectOf, slices } from "#objects";

/** A stored version with every marking that stands in it, on the whole or on a part, and its assigned label. */
export type Marked = { readonly versionId: number; readonly origin: string; readonly markings: readonly string[] };

const MARKING_PATH = /^\$\.(?:object_marking_refs|granular_markings)\[/;
const IS_DEFINITION = "marking-definition--";

/** The markings among what an object refers to. A granular one counts for the whole: nothing is ever cut out (R2). */
export function markingsAmong(references: readonly { readonly path: string; readonly id: string }[]): string[] {
  return references
    .filter(({ path, id }) => id.startsWith(IS_DEFINITION) && MARKING_PATH.test(path))
    .map(({ id }) => id);
}

/**
 * The level under which each version is filed: its highest; red for what has no label, or bears a marking that R4 does
 * not know or cannot resolve, since nobody can say what that one demands.
 */
export async function filedLevels(db: Objects, versions: readonly Marked[]): Promise<Map<number, TlpLevel>> {
  const known = await knownMarkings(db, versions);
  return new Map(
    versions.map(({ versionId, origin, markings }) => {
      const isKnown = markings.every((marking) => tlpOf(marking) ?? known.has(`${origin} ${marking}`));
      return [versionId, (isKnown && levelOf(markings)) || "red"];
    }),
  );
}

/** Markings whose definition is understood whole, in the eyes of each origin: its own definition, else our people's (R8). */
async function knownMarkings(db: Objects, versions: readonly Marked[]): Promise<Set<string>> {
  const wanted = new Map<string, { origin: string; marking: string }>();
  for (const { origin, markings } of versions) {
    for (const marking of markings) if (!tlpOf(marking)) wanted.set(`${origin} ${marking}`, { origin, marking });
  }
  const known = new Set<string>();
  for (const [key, { origin, marking }] of wanted) {
    const row = await db
      .selectFrom("versions")
      .select("bytes")
      .where("id", "=", marking)
      .where("origin", "in", [origin, OWN])
      .orderBy((order) => order.case().when("origin", "=", origin).then(0).else(1).end())
      .orderBy("version_id", "desc")
      .executeTakeFirst();
    if (row && classifyMarking(objectOf(row)).kind !== "unmapped") known.add(key);
  }
  return known;
}

/** The same of versions that are stored already. */
export async function storedMarkings(db: Objects, versionIds: readonly number[]): Promise<Marked[]> {
  const marked: Marked[] = [];
  for (const ids of slices(versionIds)) {
    const references = await db
      .selectFrom("object_references")
      .select(["version_id", "path", "target as id"])
      .where("version_id", "in", ids)
      .where("target", "like", `${IS_DEFINITION}%`)
      .execute();
    const byVersion = Map.groupBy(references, ({ version_id }) => version_id);
    const rows = await db
      .selectFrom("versions")
      .select(["version_id", "origin", "assigned"])
      .where("version_id", "in", ids)
      .execute();
    for (const { version_id, origin, assigned } of rows) {
      const markings = [...markingsAmong(byVersion.get(version_id) ?? []), ...(JSON.parse(assigned) as string[])];
      marked.push({ versionId: version_id, origin, markings });
    }
  }
  return marked;
}
