import { isHigher, type TlpLevel } from "@entente/stix";
import { slices } from "./slices.ts";
import type { Objects } from "./store.ts";

/** The highest of several levels; null when none is given. */
export function highestLevel(levels: Iterable<TlpLevel | null>): TlpLevel | null {
  let highest: TlpLevel | null = null;
  for (const level of levels) if (level && (!highest || isHigher(level, highest))) highest = level;
  return highest;
}

/** The highest label of what is held under some ids: what a page that shows them all is marked with. */
export async function highestLabel(db: Objects, ids: readonly string[]): Promise<TlpLevel | null> {
  const found = new Set<TlpLevel | null>();
  for (const some of slices([...new Set(ids)])) {
    const rows = await db
      .selectFrom("heads")
      .innerJoin("versions", "versions.version_id", "heads.version_id")
      .select("versions.label")
      .distinct()
      .where("heads.id", "in", some)
      .execute();
    for (const { label } of rows) found.add(label as TlpLevel | null);
  }
  return highestLevel(found);
}
