import { type RawBuilder, sql } from "kysely";
import { allConditions, EVERYTHING, type Filters, filterExpression, rowConditions } from "./filters.ts";
import { phraseExpression, type Query } from "./query.ts";

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
export function hitSource({ query, filters }: Selection, part: Part, before?: number): RawBuilder<unknown> {
  const conditions = query.range ? allConditions(filters) : rowConditions(filters);
  if (query.range) {
    const { first, last } = query.range;
    return sql`select distinct s.version_id
      from search_addresses a cross join searchable s on s.version_id = a.version_id
      where ${together([
        sql`a.first >= ${first} and a.first <= ${last} and a.last <= ${last}`,
        ...conditions,
        ...(before === undefined ? [] : [sql`s.version_id < ${before}`]),
      ])}
      order by s.version_id desc`;
  }
  const join = conditions.length > 0 ? sql`cross join searchable s on s.version_id = w.rowid` : sql``;
  return sql`select w.rowid as version_id
    from search_words w ${join}
    where ${together([
      sql`w.search_words match ${matching(query, filters, part)}`,
      ...conditions,
      ...(before === undefined ? [] : [sql`w.rowid < ${before}`]),
    ])}
    order by w.rowid desc`;
}

function matching({ phrases }: Query, filters: Filters, part: Part): string {
  const { and, not } = filterExpression(filters);
  const words = phrases.length > 0 ? [phraseExpression(phrases, COLUMNS[part])] : [];
  const wanted = [...words, ...and];
  const all = (wanted.length > 0 ? wanted : [EVERYTHING]).map((one) => `(${one})`).join(" AND ");
  return not.reduce((expression, one) => `(${expression}) NOT (${one})`, all);
}

const COLUMNS: Readonly<Record<Part, string>> = { all: "names texts rest", names: "names", texts: "names texts" };

const together = (conditions: readonly RawBuilder<unknown>[]) => sql.join(conditions, sql` and `);
