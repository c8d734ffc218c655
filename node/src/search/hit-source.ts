import { type RawBuilder, sql } from "kysely";
import type { Objects } from "#objects";
import { allConditions, EVERYTHING, type Filters, filterTokens, rowConditions } from "./filters.ts";
import type { Query } from "./query.ts";
import { type Asked, type Column, together, type Wanted, wordsOf } from "./word-index.ts";

/** Where all words of a hit stand: in its names and aliases; with its descriptions; anywhere. */
export type Part = "all" | "names" | "texts";
export type Selection = { readonly query: Query; readonly filters: Filters };

/** Whether anything can be found beside exact values: text of which no word is left finds no words. */
export const hasSource = ({ text, phrases, range }: Query): boolean =>
  range !== null || phrases.length > 0 || text === "";

/** The same among some types only. */
export const ofTypes = (selection: Selection, types: readonly string[]): Selection => ({
  ...selection,
  filters: { ...selection.filters, type: { is: types, isNot: [] } },
});

/**
 * SQL for the versions that a selection finds, newest first: `version_id` alone, all rows. Filters go by the index of
 * words where it knows them, so that a rare type among a million hits is not looked for row by row.
 */
export function hitSource(
  db: Objects,
  { query, filters }: Selection,
  part: Part,
  before?: number,
): RawBuilder<unknown> {
  const conditions = query.range ? allConditions(filters) : rowConditions(filters);
  if (query.range) {
    const { first, last } = query.range;
    return sql`select distinct s.version_id
      from search_addresses a cross join searchable s
      where s.version_id = a.version_id and ${together([
        sql`a.first >= ${first} and a.first <= ${last} and a.last <= ${last}`,
        ...conditions,
        ...(before === undefined ? [] : [sql`s.version_id < ${before}`]),
      ])}
      order by s.version_id desc`;
  }
  const { versionId, matches } = wordsOf(db);
  return sql`select ${versionId} as version_id
    from search_words w ${conditions.length > 0 ? sql`cross join searchable s` : sql``}
    where ${together([
      matches(wantedOf(query, filters, part)),
      ...(conditions.length > 0 ? [sql`s.version_id = ${versionId}`] : []),
      ...conditions,
      ...(before === undefined ? [] : [sql`${versionId} < ${before}`]),
    ])}
    order by ${versionId} desc`;
}

function wantedOf({ phrases }: Query, filters: Filters, part: Part): Wanted {
  const { and, not } = filterTokens(filters);
  const wanted: Asked[] = and.map((facets) => ({ facets }));
  if (phrases.length > 0) wanted.unshift({ phrases, columns: COLUMNS[part] });
  return {
    wanted: wanted.length > 0 ? wanted : [{ facets: EVERYTHING }],
    unwanted: not.map((facets) => ({ facets })),
  };
}

const COLUMNS: Readonly<Record<Part, readonly Column[]>> = {
  all: ["names", "texts", "rest"],
  names: ["names"],
  texts: ["names", "texts"],
};
