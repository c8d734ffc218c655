import { sql } from "kysely";
import { rowsOfNumbers } from "#database";
import type { Objects } from "#objects";
import type { SearchCount } from "../http/api.ts";
import { type ExactHit, exactHits } from "./exact-hits.ts";
import { hasSource, hitSource, ofTypes, type Selection } from "./hit-source.ts";
import { inOrder, type Place, rankedSections, type Sections } from "./ranked-sections.ts";
import type { SearchRow } from "./tables.ts";
import { finishedPhrases, hasLongPrefix } from "./words.ts";

/** Up to here counts are exact; beyond, they say "10,000+". */
export const MOST_COUNTED = 10_000;
/** Up to here hits are ranked; of more, those of types that are held in masses come newest first. */
const MOST_RANKED = 5_000;
/** Of more objects than these a type is held in masses. */
const MASSES = 2_000;

/** Hits that agree in these properties; one, where it does not say how many. */
export type Group = Pick<SearchRow, "type" | "origin" | "label" | "year"> & { readonly hits?: number };

export type Hits = Sections & {
  readonly total: SearchCount;
  /** Over all hits, or over the newest 10,000 of more. */
  readonly groups: readonly Group[];
  readonly counted: readonly number[];
  readonly exact: ReadonlyMap<number, ExactHit>;
};

/** Finds everything that a selection asks for; few hits in memory, many by the index alone. */
export async function findHits(db: Objects, selection: Selection): Promise<Hits> {
  const exact = await exactHits(db, selection);
  const { query } = selection;
  const finished = { ...selection, query: { ...query, phrases: finishedPhrases(query.phrases) } };
  const ofFinished = hasLongPrefix(query.phrases) ? await newestOf(db, finished) : [];
  if (ofFinished.length > MOST_COUNTED) return manyHits(db, { selection, inMasses: finished }, exact, ofFinished);
  const newest = hasSource(query) ? await newestOf(db, selection) : [];
  if (newest.length > MOST_RANKED) return manyHits(db, { selection, inMasses: selection }, exact, newest);
  const rows = await rowsAmong(db, newest);
  const all = new Map([...rows, ...[...exact.values()].map(({ row }) => row)].map((row) => [row.version_id, row]));
  return {
    ...(await rankedSections(db, selection, exact, [...all.values()])),
    total: { count: all.size, more: false },
    groups: [...all.values()],
    counted: [...all.keys()],
    exact,
  };
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

type Asked = {
  readonly selection: Selection;
  /**
   * What types held in masses are asked for: the last word taken as finished if it alone is found more often than is
   * counted. The index would gather all that begins with it anew for each question.
   */
  readonly inMasses: Selection;
};

/**
 * Every question to the index costs a reading of all that bear the words: so one for the newest, one for all types of
 * which little is held, and one for each type that is held in masses. So twenty thousand indicators bury no actor.
 */
async function manyHits(db: Objects, asked: Asked, exact: Hits["exact"], newest: readonly number[]): Promise<Hits> {
  const { selection, inMasses } = asked;
  const counted = newest.slice(0, MOST_COUNTED);
  const { few, many } = await typesHeld(db, selection);
  const ranked = await sectionsOfFew(
    db,
    { selection: ofTypes(selection, few), inMasses: ofTypes(inMasses, few) },
    exact,
    few,
  );
  const byTime = new Map<string, number[]>();
  for (const type of many) byTime.set(type, await newestOf(db, ofTypes(inMasses, [type])));
  const totals = new Map(ranked.totals);
  for (const [type, { length }] of byTime) {
    if (length > 0) totals.set(type, { count: Math.min(length, MOST_COUNTED), more: length > MOST_COUNTED });
  }
  return {
    total: { count: counted.length, more: newest.length > MOST_COUNTED },
    totals,
    groups: await groupsOf(db, counted),
    counted,
    exact,
    page: async (type, after, limit) => {
      const known = byTime.get(type);
      if (!known) return ranked.page(type, after, limit);
      return pageByTime(db, ofTypes(inMasses, [type]), exact, { type, known, after, limit });
    },
  };
}

async function sectionsOfFew(db: Objects, asked: Asked, exact: Hits["exact"], types: readonly string[]) {
  const { selection, inMasses } = asked;
  const found =
    types.length > 0 ? await sql<{ version_id: number }>`${hitSource(db, selection, "all")}`.execute(db) : null;
  const rows = await rowsAmong(db, found?.rows.map(({ version_id }) => version_id) ?? []);
  const firsts = [...exact.values()].map(({ row }) => row).filter(({ type }) => types.includes(type));
  const all = new Map([...rows, ...firsts].map((row) => [row.version_id, row]));
  return rankedSections(db, inMasses, exact, [...all.values()]);
}

async function groupsOf(db: Objects, counted: readonly number[]): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select s.type, s.origin, s.label, s.year, count(*) as hits
    from ${rowsOfNumbers(db, counted)} cross join searchable s where s.version_id = one.value
    group by s.type, s.origin, s.label, s.year`.execute(db);
  return rows;
}

/** The types that are held and asked for, by steps along the index of heads: one each, not one per head. */
async function typesHeld(db: Objects, { filters: { type } }: Selection): Promise<{ few: string[]; many: string[] }> {
  const { rows } = await sql<{ type: string; held: number }>`
    with recursive held (type) as (
      select min(type) from heads
      union all
      select (select min(type) from heads where heads.type > held.type) from held where held.type is not null
    )
    select type,
      (select count(*) from (select 1 from heads where heads.type = held.type limit ${MASSES + 1}) some_held) as held
    from held where type is not null`.execute(db);
  const asked = rows.filter(
    (one) => (type.is.length === 0 || type.is.includes(one.type)) && !type.isNot.includes(one.type),
  );
  const named = (some: typeof asked) => some.map((one) => one.type);
  return {
    few: named(asked.filter(({ held }) => held <= MASSES)),
    many: named(asked.filter(({ held }) => held > MASSES)),
  };
}

type Page = {
  readonly type: string;
  /** The newest of all, if they begin the page. */
  readonly known: readonly number[];
  readonly after: Place | null;
  readonly limit: number;
};

/** Exact values first, then all others, newest first. */
async function pageByTime(db: Objects, selection: Selection, exact: Hits["exact"], page: Page): Promise<Place[]> {
  const { type, known, after, limit } = page;
  const firsts = [...exact.values()].flatMap(({ row }): Place[] =>
    row.type === type ? [{ tier: 0, rank: 0, versionId: row.version_id }] : [],
  );
  const places = firsts.sort(inOrder).filter((one) => after === null || inOrder(after, one) < 0);
  const before = after?.tier === 3 ? after.versionId : undefined;
  // Those that came first are among these once more.
  const wanted = limit + exact.size;
  const others = before === undefined && wanted <= known.length ? known.slice(0, wanted) : await olderThan(before);
  const rest = others.filter((versionId) => !exact.has(versionId));
  places.push(...rest.map((versionId): Place => ({ tier: 3, rank: 0, versionId })));
  return places.slice(0, limit);

  async function olderThan(versionId: number | undefined): Promise<number[]> {
    const source = sql<{ version_id: number }>`${hitSource(db, selection, "all", versionId)} limit ${wanted}`;
    return (await source.execute(db)).rows.map(({ version_id }) => version_id);
  }
}
