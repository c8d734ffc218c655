import type { TlpLevel } from "@entente/stix";
import type { Match, Page, PageRequest, Row } from "@entente/taxii";
import { type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import type { ObjectsTables } from "#database";
import type { Objects } from "#objects";
import "./tables.ts";

/**
 * One page of a collection. Reading adds nothing but `match[]` on indexed columns to a table that was filled when
 * something was written, so that a page costs the same wherever it lies (architecture.md).
 */
export async function readPage(db: Objects, collection: TlpLevel, request: PageRequest): Promise<Page> {
  const { limit, match } = request;
  // Several types are read one by one: each lies in its index in the order of the page.
  const lists = await Promise.all((match.types ?? [undefined]).map((type) => rowsOf(db, collection, request, type)));
  const rows = lists.length === 1 ? (lists[0] ?? []) : lists.flat().sort((a, b) => a.position - b.position);
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

async function rowsOf(db: Objects, collection: TlpLevel, request: PageRequest, type?: string): Promise<Row[]> {
  const { addedAfter = 0, after = 0, limit, match } = request;
  // By id there are few rows, and their index is another one: the sum keeps the database from walking along the dates.
  const place = match.ids ? sql<number>`holdings.date_added + 0` : sql<number>`holdings.date_added`;
  let query = db
    .selectFrom("holdings")
    .innerJoin("versions", "versions.version_id", "holdings.version_id")
    .select(["holdings.date_added", "holdings.id", "versions.modified", "versions.bytes"])
    .where("holdings.collection", "=", collection)
    .where(place, ">", Math.max(after, addedAfter))
    .where("holdings.closed_at", "is", null)
    .where(inVersions(match))
    .orderBy(place)
    .limit(limit + 1);
  if (match.ids) query = query.where("holdings.id", "in", match.ids);
  if (type !== undefined) query = query.where("holdings.type", "=", type);
  const rows = await query.execute();
  // A row's date is its place: it tells a reader nothing that the page does not.
  return rows.map(({ date_added, id, modified, bytes }) => ({
    position: date_added,
    dateAddedMicros: date_added,
    id,
    version: modified,
    bytes,
  }));
}

/** The versions that TAXII 3.4.1 selects; of an observable, each row is one, by its date added. */
export function inVersions({ versions }: Pick<Match, "versions">) {
  return (where: ExpressionBuilder<ObjectsTables, "holdings">) => {
    if (versions === "all") return where.lit(true);
    return where.or(
      versions.map((selector): RawBuilder<SqlBool> => {
        if (typeof selector === "number") return sql<SqlBool>`holdings.version_key = ${selector}`;
        // The first and last of the whole collection: neither the page nor a filter changes which one that is.
        const beyond = selector === "last" ? sql`>` : sql`<`;
        return sql<SqlBool>`not exists (
          select 1 from holdings other
          where other.collection = holdings.collection and other.id = holdings.id
            and other.version_key ${beyond} holdings.version_key and other.closed_at is null)`;
      }),
    );
  };
}
