import { type Kysely, PostgresAdapter, type RawBuilder, sql } from "kysely";
import type { Dialect } from "./migration-files.ts";

// biome-ignore lint/suspicious/noExplicitAny: of whatever tables
type AnyKysely = Kysely<any>;

/** Whose SQL a query must be in; asked where the engines have no words in common, such as full-text search. */
export function dialectOf(db: AnyKysely): Dialect {
  return db.getExecutor().adapter instanceof PostgresAdapter ? "postgresql" : "sqlite";
}

/** Whole numbers as rows `one (value)`, in a `from`: one parameter, however many they are. */
export function rowsOfNumbers(db: AnyKysely, numbers: readonly number[]): RawBuilder<unknown> {
  const list = JSON.stringify(numbers);
  return dialectOf(db) === "sqlite"
    ? sql`json_each(${list}) one`
    : sql`(select value::bigint as value from json_array_elements_text(${list}::json)) one`;
}
