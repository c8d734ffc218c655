import type { Collection, Match, PageRequest } from "@entente/taxii";
import { type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import type { ObjectsTables } from "#database";
import type { Objects } from "#objects";
import { openRows, PUBLIC } from "#release";

const COLLECTION_ID = "4c1f2a70-96c5-4a58-9a0e-0d0a3c1b7e65";

/** The open rows of PUBLIC's view as a TAXII collection; bytes are reached from the row, never by id (R12). */
export function publicCollection(db: Objects, nowMicros: number): Collection {
  return {
    id: COLLECTION_ID,
    alias: "public",
    title: "Public",
    description: "What this party has released to everyone.",
    canRead: true,
    canWrite: false,
    page: async ({ addedAfter, after, limit, match }: PageRequest) => {
      let query = openRows(db, PUBLIC, nowMicros)
        .innerJoin("versions", "versions.version_id", "views.version_id")
        .select(["views.sequence", "views.date_added", "views.id", "versions.modified", "versions.bytes"])
        .where(inVersions(match, nowMicros))
        .orderBy("views.sequence")
        .limit(limit + 1);
      if (addedAfter !== undefined) query = query.where("views.date_added", ">", addedAfter);
      if (after !== undefined) query = query.where("views.sequence", ">", after);
      if (match.ids) query = query.where("views.id", "in", match.ids);
      if (match.types) query = query.where("views.type", "in", match.types);
      const found = await query.execute();
      const rows = found.slice(0, limit).map(({ sequence, date_added, id, modified, bytes }) => ({
        position: sequence,
        dateAddedMicros: date_added,
        id,
        version: modified,
        bytes,
      }));
      return { rows, more: found.length > limit };
    },
  };
}

/** An observable has no version of its own: each of its rows is one, by its date added (TAXII 3.4.1). */
function inVersions({ versions }: Match, nowMicros: number) {
  return (where: ExpressionBuilder<ObjectsTables, "views" | "versions">) => {
    if (versions === "all") return where.lit(true);
    return where.or(
      versions.map((selector): RawBuilder<SqlBool> => {
        const version = sql<number>`coalesce(versions.micros, views.date_added)`;
        if (typeof selector === "number") return sql<SqlBool>`${version} = ${selector}`;
        // The first and last of the whole collection: neither the page nor a filter changes which one that is.
        const extreme = sql.raw(selector === "last" ? "max" : "min");
        return sql<SqlBool>`${version} = (
          select ${extreme}(coalesce(v.micros, o.date_added))
          from views o join versions v on v.version_id = o.version_id
          where o.party = ${PUBLIC} and o.id = views.id and o.closed_at is null
            and (o.expires is null or o.expires > ${nowMicros}))`;
      }),
    );
  };
}
