import type { TlpLevel } from "@entente/stix";
import type { AfterAdmission, JustAdmitted, Objects } from "#objects";
import { OWN, slices } from "#objects";
import { filedLevels, type Marked, markingsAmong, storedMarkings } from "./filed-level.ts";
import { HOLDINGS, holdsUpTo } from "./model.ts";
import { closeRows, openRows } from "./rows.ts";

/**
 * Files what was just admitted, in the same transaction: a new version in every collection at or above its label, a
 * version whose label became stricter no longer below it. A marking's definition can arrive after what it marks; what
 * waited for it in `holdings-red` alone is filed then.
 */
export const fillHoldings: AfterAdmission = async (tx, admitted, context) => {
  const now = context.clock.now() * 1000;
  const levels = await filedLevels(tx, admitted.added.map(markedBy(admitted)));
  await openBy(tx, levels, now);
  const changed = [...admitted.tightened.map(({ versionId }) => versionId), ...(await markedWith(tx, admitted))];
  for (const ids of slices(changed)) await fileAgain(tx, ids, now);
};

function markedBy({ origin }: JustAdmitted) {
  return ({ object, assigned, versionId }: JustAdmitted["added"][number]): Marked => ({
    versionId,
    origin,
    markings: [...markingsAmong(object.references), ...assigned],
  });
}

async function openBy(
  tx: Objects,
  levels: ReadonlyMap<number, TlpLevel>,
  now: number,
  unless?: "filed",
): Promise<void> {
  if (levels.size === 0) return;
  for (const { level: collection } of HOLDINGS) {
    const ids = [...levels].filter(([, level]) => holdsUpTo(collection, level)).map(([id]) => id);
    await openRows(tx, { collection, versionIds: ids, unless }, now);
  }
}

async function fileAgain(tx: Objects, versionIds: readonly number[], now: number): Promise<void> {
  const levels = await filedLevels(tx, await storedMarkings(tx, versionIds));
  for (const { level: collection } of HOLDINGS) {
    const above = [...levels].filter(([, level]) => !holdsUpTo(collection, level)).map(([id]) => id);
    await closeRows(tx, { collection, versionIds: above }, now);
  }
  await openBy(tx, levels, now, "filed");
}

/** The versions that bear a marking whose definition has just come: its origin's, or everyone's if it is our own. */
async function markedWith(tx: Objects, { origin, added }: JustAdmitted): Promise<number[]> {
  const definitions = added.filter(({ object }) => object.type === "marking-definition").map(({ object }) => object.id);
  if (definitions.length === 0) return [];
  let query = tx
    .selectFrom("object_references")
    .innerJoin("versions", "versions.version_id", "object_references.version_id")
    .select("versions.version_id")
    .distinct()
    .where("object_references.target", "in", definitions);
  if (origin !== OWN) query = query.where("versions.origin", "=", origin);
  return (await query.orderBy("versions.version_id").execute()).map(({ version_id }) => version_id);
}
