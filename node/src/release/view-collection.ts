import type { Collection, Match, PageRequest, Row } from "@entente/taxii";
import { type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import type { ObjectsTables } from "#database";
import type { Objects } from "#objects";
import { openRows } from "./view.ts";

type Named = Pick<Collection, "id" | "alias" | "title" | "description">;

/**
 * The open rows of a party's view as a TAXII collection: bytes are reached from the row, never by id (R12), and a row
 * that the party may not see is the same as none (R13).
 */
export function viewCollection(
  db: Objects,
  { party, nowMicros }: { party: string; nowMicros: number },
  named: Named,
): Collection {
  return {
    ...named,
    canRead: true,
    canWrite: false,
    page: async ({ addedAfter, after, limit, match }: PageRequest) => {
      let query = openRows(db, party, nowMicros)
        .innerJoin("versions", "versions.version_id", "views.version_id")
        .select(["views.sequence", "views.date_added", "views.id", "versions.modified", "versions.bytes"])
        .where(matching(match, party, nowMicros))
        .orderBy("views.sequence")
        .limit(limit + 1);
      if (addedAfter !== undefined) query = query.where("views.date_added", ">", addedAfter);
      if (after !== undefined) query = query.where("views.sequence", ">", after);
      if (match.ids) query = query.where("views.id", "in", match.ids);
      if (match.types) query = query.where("views.type", "in", match.types);
      const rows = await query.execute();
      return { rows: rows.slice(0, limit).map(rowOf), more: rows.length > limit };
    },
  };
}

function rowOf(row: { sequence: number; date_added: number; id: string; modified: string | null; bytes: Uint8Array }) {
  const { sequence, date_added, id, modified, bytes } = row;
  return { position: sequence, dateAddedMicros: date_added, id, version: modified, bytes } satisfies Row;
}

/** An observable has no version of its own: each of its rows is one, by its date added (architecture.md). */
const VERSION = sql<number>`coalesce(versions.micros, views.date_added)`;

function matching({ versions }: Match, party: string, nowMicros: number) {
  return (where: ExpressionBuilder<ObjectsTables, "views" | "versions">) => {
    if (versions === "all") return where.lit(true);
    return where.or(
      versions.map((selector): RawBuilder<SqlBool> => {
        if (typeof selector === "number") return sql<SqlBool>`${VERSION} = ${selector}`;
        const extreme = sql.raw(selector === "last" ? "max" : "min");
        return sql<SqlBool>`${VERSION} = (
          select ${extreme}(coalesce(v.micros, o.date_added))
          from views o join versions v on v.version_id = o.version_id
          where o.party = ${party} and o.id = views.id and o.closed_at is null
            and (o.expires is null or o.expires > ${nowMicros}))`;
      }),
    );
  };
}
