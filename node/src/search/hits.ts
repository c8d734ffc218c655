import { sql } from "kysely";
import { rowsOfNumbers } from "#database";
import type { Objects } from "#objects";
import type { SearchCount } from "../http/api.ts";
import { type ExactHit, exactHits } from "./exact-hits.ts";
import { hasSource, hitSource, type Part, type Selection } from "./hit-source.ts";
import type { SearchRow } from "./tables.ts";

/** Up to here counts are exact; beyond, they say "10,000+". */
export const MOST_COUNTED = 10_000;
/** Up to here hits are ranked; of more, the newest come first. */
const MOST_RANKED = 5_000;

/**
 * Where a hit stands in its section: exact values first, then words in names, in descriptions, in the rest; each by
 * rank, then newest. The rank (how short what bears the words is) follows from the object alone, so that no page
 * changes while others are written; what is found too often to be ranked has none, and comes newest first.
 */
export type Place = { readonly tier: Tier; readonly rank: number; readonly versionId: number };
export type Tier = 0 | 1 | 2 | 3;
/** Hits that agree in these properties; one, where it does not say how many. */
export type Group = Pick<SearchRow, "type" | "origin" | "label" | "year"> & { readonly hits?: number };

export type Hits = {
  readonly total: SearchCount;
  /** By type. */
  readonly totals: ReadonlyMap<string, SearchCount>;
  /** Over all hits, or over the newest 10,000 of more. */
  readonly groups: readonly Group[];
  readonly counted: readonly number[];
  readonly exact: ReadonlyMap<number, ExactHit>;
  /** The places of one type after one, in order. */
  page(type: string, after: Place | null, limit: number): Promise<Place[]>;
};

/** Finds everything that a selection asks for; few hits in memory, many by the index alone. */
export async function findHits(db: Objects, selection: Selection): Promise<Hits> {
  const exact = await exactHits(db, selection);
  if (!hasSource(selection.query)) return fewHits(exact, [], new Map());
  const counted = await newestOf(db, selection);
  if (counted.length > MOST_RANKED) return manyHits(db, selection, exact, counted);
  const rows = await rowsAmong(db, counted);
  return fewHits(exact, rows, await placesOf(db, selection, rows));
}

/** The newest hits, one more than are counted. */
async function newestOf(db: Objects, selection: Selection): Promise<number[]> {
  const source = sql<{ version_id: number }>`${hitSource(db, selection, "all")} limit ${MOST_COUNTED + 1}`;
  return (await source.execute(db)).rows.map(({ version_id }) => version_id);
}

async function rowsAmong(db: Objects, versionIds: readonly number[]): Promise<SearchRow[]> {
  const { rows } = await sql<SearchRow>`
    select s.* from ${rowsOfNumbers(db, versionIds)}
    cross join searchable s where s.version_id = one.value`.execute(db);
  return rows;
}

async function placesOf(db: Objects, selection: Selection, rows: readonly SearchRow[]): Promise<Map<number, Place>> {
  if (selection.query.phrases.length === 0) return new Map();
  const [names, texts] = [await foundIn(db, selection, "names"), await foundIn(db, selection, "texts")];
  const placeOf = ({ version_id: versionId, name_size, size }: SearchRow): Place => {
    if (names.has(versionId)) return { tier: 1, rank: name_size, versionId };
    return { tier: texts.has(versionId) ? 2 : 3, rank: size, versionId };
  };
  return new Map(rows.map((row) => [row.version_id, placeOf(row)]));
}

async function foundIn(db: Objects, selection: Selection, part: Part): Promise<Set<number>> {
  const { rows } = await sql<{ version_id: number }>`${hitSource(db, selection, part)}`.execute(db);
  return new Set(rows.map(({ version_id }) => version_id));
}

function fewHits(
  exact: ReadonlyMap<number, ExactHit>,
  found: readonly SearchRow[],
  places: ReadonlyMap<number, Place>,
): Hits {
  const rows = new Map(found.map((row) => [row.version_id, row]));
  for (const { row } of exact.values()) rows.set(row.version_id, row);
  const byType = Map.groupBy(rows.values(), ({ type }) => type);
  const place = (versionId: number): Place =>
    exact.has(versionId) ? { tier: 0, rank: 0, versionId } : (places.get(versionId) ?? { tier: 2, rank: 0, versionId });
  const sorted = new Map(
    [...byType].map(([type, some]) => [type, some.map(({ version_id }) => place(version_id)).sort(inOrder)]),
  );
  return {
    total: { count: rows.size, more: false },
    totals: new Map([...byType].map(([type, some]) => [type, { count: some.length, more: false }])),
    groups: [...rows.values()],
    counted: [...rows.keys()],
    exact,
    page: async (type, after, limit) => {
      const all = sorted.get(type) ?? [];
      return all.filter((one) => after === null || inOrder(after, one) < 0).slice(0, limit);
    },
  };
}

const inOrder = (a: Place, b: Place): number => a.tier - b.tier || a.rank - b.rank || b.versionId - a.versionId;

async function manyHits(
  db: Objects,
  selection: Selection,
  exact: ReadonlyMap<number, ExactHit>,
  newest: readonly number[],
): Promise<Hits> {
  const counted = newest.slice(0, MOST_COUNTED);
  const { rows: groups } = await sql<Group>`
    select s.type, s.origin, s.label, s.year, count(*) as hits
    from ${rowsOfNumbers(db, counted)} cross join searchable s where s.version_id = one.value
    group by s.type, s.origin, s.label, s.year`.execute(db);
  return {
    total: { count: counted.length, more: newest.length > MOST_COUNTED },
    totals: await totalsByType(db, selection),
    groups,
    counted,
    exact,
    page: (type, after, limit) => pageOfMany(db, ofType(selection, type), exact, { type, after, limit }),
  };
}

const ofType = (selection: Selection, type: string): Selection => ({
  ...selection,
  filters: { ...selection.filters, type: { is: [type], isNot: [] } },
});

async function totalsByType(db: Objects, selection: Selection): Promise<Map<string, SearchCount>> {
  const { is, isNot } = selection.filters.type;
  const totals = new Map<string, SearchCount>();
  for (const type of await typesHeld(db)) {
    if ((is.length > 0 && !is.includes(type)) || isNot.includes(type)) continue;
    const source = hitSource(db, ofType(selection, type), "all");
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from (${source} limit ${MOST_COUNTED + 1}) found`.execute(db);
    const count = rows[0]?.count ?? 0;
    if (count > 0) totals.set(type, { count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED });
  }
  return totals;
}

/** Every type that is held, by steps along the index of heads: one each, not one per head. */
async function typesHeld(db: Objects): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    with recursive held (type) as (
      select min(type) from heads
      union all
      select (select min(type) from heads where heads.type > held.type) from held where held.type is not null
    )
    select type from held where type is not null`.execute(db);
  return rows.map(({ type }) => type);
}

const PARTS: readonly (readonly [tier: Tier, part: Part])[] = [
  [1, "names"],
  [2, "texts"],
  [3, "rest"],
];
const PARTS_WITHOUT_WORDS: typeof PARTS = [[3, "all"]];

async function pageOfMany(
  db: Objects,
  selection: Selection,
  exact: ReadonlyMap<number, ExactHit>,
  { type, after, limit }: { type: string; after: Place | null; limit: number },
): Promise<Place[]> {
  const firsts = [...exact.values()].flatMap(({ row }): Place[] =>
    row.type === type ? [{ tier: 0, rank: 0, versionId: row.version_id }] : [],
  );
  const places = firsts.sort(inOrder).filter((one) => after === null || inOrder(after, one) < 0);
  const hasWords = selection.query.phrases.length > 0;
  for (const [tier, part] of hasWords ? PARTS : PARTS_WITHOUT_WORDS) {
    if (places.length >= limit || (after && after.tier > tier)) continue;
    const before = after?.tier === tier ? after.versionId : undefined;
    // Those that came first are among these once more.
    const source = sql<{ version_id: number }>`${hitSource(db, selection, part, before)} limit ${limit + exact.size}`;
    const { rows } = await source.execute(db);
    const rest = rows.filter(({ version_id }) => !exact.has(version_id));
    places.push(...rest.map(({ version_id: versionId }): Place => ({ tier, rank: 0, versionId })));
  }
  return places.slice(0, limit);
}
