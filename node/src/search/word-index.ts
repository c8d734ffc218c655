import { type RawBuilder, sql } from "kysely";
import { dialectOf } from "#database";
import type { Objects } from "#objects";
import { postgresqlWords } from "./postgresql-words.ts";
import { sqliteWords } from "./sqlite-words.ts";
import type { Phrase } from "./words.ts";

/** What an object says, in tokens divided by blanks. facets: what filters ask for. */
export type WordColumns = {
  readonly names: string;
  readonly texts: string;
  readonly rest: string;
  readonly facets: string;
};
export type Column = keyof WordColumns;
export type WordRow = WordColumns & { readonly versionId: number };

/** All of `wanted` and none of `unwanted`; of an empty list of phrases, nothing. */
export type Wanted = {
  readonly wanted: readonly Asked[];
  readonly unwanted: readonly Asked[];
};
/** All phrases in some columns, or one of some facets. */
export type Asked =
  | { readonly phrases: readonly Phrase[]; readonly columns: readonly Column[] }
  | { readonly facets: readonly string[] };

/** The full-text index of an engine: the same tokens, found by the same questions. */
export type WordIndex = {
  /** The version of a row `w` of the table `search_words`. */
  readonly versionId: RawBuilder<number>;
  /** The condition on a row `w`. */
  matches(wanted: Wanted): RawBuilder<unknown>;
  insert(tx: Objects, rows: readonly WordRow[]): Promise<void>;
  /** `rows`: as they were inserted. */
  remove(tx: Objects, rows: readonly WordRow[]): Promise<void>;
};

export function wordsOf(db: Objects): WordIndex {
  return dialectOf(db) === "sqlite" ? sqliteWords : postgresqlWords;
}

/** Conditions of a `where`. */
export const together = (conditions: readonly RawBuilder<unknown>[]) => sql.join(conditions, sql` and `);
