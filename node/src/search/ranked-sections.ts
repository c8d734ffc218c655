import { sql } from "kysely";
import type { Objects } from "#objects";
import type { SearchCount } from "../http/api.ts";
import type { ExactHit } from "./exact-hits.ts";
import { hitSource, type Part, type Selection } from "./hit-source.ts";
import type { SearchRow } from "./tables.ts";

/**
 * Where a hit stands in its section: exact values first (0), then words in names (1), in descriptions (2), in the rest
 * (3); each by rank, then newest. The rank (how short what bears the words is) follows from the object alone, so that no
 * page changes while others are written; what is found too often to be ranked has none, and comes newest first.
 */
export type Place = { readonly tier: 0 | 1 | 2 | 3; readonly rank: number; readonly versionId: number };

export type Sections = {
  /** By type. */
  readonly totals: ReadonlyMap<string, SearchCount>;
  /** The places of one type after one, in order. */
  page(type: string, after: Place | null, limit: number): Promise<Place[]>;
};

export const inOrder = (a: Place, b: Place): number => a.tier - b.tier || a.rank - b.rank || b.versionId - a.versionId;

/** The hits of a selection that are at hand as rows, each type in its order. */
export async function rankedSections(
  db: Objects,
  selection: Selection,
  exact: ReadonlyMap<number, ExactHit>,
  rows: readonly SearchRow[],
): Promise<Sections> {
  const isNeeded = rows.length > 0 && selection.query.phrases.length > 0;
  const names = isNeeded ? await foundIn(db, selection, "names") : new Set();
  const texts = isNeeded ? await foundIn(db, selection, "texts") : new Set();
  const placeOf = ({ version_id: versionId, name_size, size }: SearchRow): Place => {
    if (exact.has(versionId)) return { tier: 0, rank: 0, versionId };
    if (names.has(versionId)) return { tier: 1, rank: name_size, versionId };
    if (texts.has(versionId)) return { tier: 2, rank: size, versionId };
    return { tier: 3, rank: isNeeded ? size : 0, versionId };
  };
  const byType = Map.groupBy(rows, ({ type }) => type);
  const sorted = new Map([...byType].map(([type, some]) => [type, some.map(placeOf).sort(inOrder)]));
  return {
    totals: new Map([...sorted].map(([type, { length: count }]) => [type, { count, more: false }])),
    page: async (type, after, limit) => {
      const places = sorted.get(type) ?? [];
      return places.filter((one) => after === null || inOrder(after, one) < 0).slice(0, limit);
    },
  };
}

async function foundIn(db: Objects, selection: Selection, part: Part): Promise<Set<unknown>> {
  const { rows } = await sql<{ version_id: number }>`${hitSource(db, selection, part)}`.execute(db);
  return new Set(rows.map(({ version_id }) => version_id));
}
