import type { TlpLevel } from "@entente/stix";
import { sql } from "kysely";
import { type Objects, slices } from "#objects";
import "./tables.ts";

type Some = { readonly collection: TlpLevel; readonly versionIds: readonly number[] };
/** filed: what is or was there stays as it is, so that a deletion holds. open: what was deleted comes in again. */
type Opening = Some & { readonly unless?: "filed" | "open" };

/**
 * Opens rows for versions of their id's writer, in the order of their admission; what another origin holds under that id
 * is its copy and gets none. One statement for many rows: the dates go up by a microsecond each from the later of now
 * and the last one (architecture.md), so that a reader who goes on after one never skips another.
 */
export async function openRows(tx: Objects, { collection, versionIds, unless }: Opening, now: number): Promise<void> {
  for (const ids of slices(versionIds)) {
    const last = await tx
      .selectFrom("holdings")
      .select("date_added")
      .where("collection", "=", collection)
      .orderBy("date_added", "desc")
      .limit(1)
      .executeTakeFirst();
    const before = Math.max(now - 1, last?.date_added ?? 0);
    await sql`
      insert into holdings (collection, date_added, version_id, id, type, version_key)
      select ${collection}, ${before} + n, version_id, id, type, coalesce(micros, ${before} + n)
      from (
        select v.version_id, v.id, v.type, v.micros, row_number() over (order by v.version_id) as n
        from versions v join heads h on h.id = v.id and h.origin = v.origin
        where v.version_id in (${sql.join(ids)}) ${unless ? andNot(unless, collection) : sql``}
      ) as fresh`.execute(tx);
  }
}

function andNot(there: "filed" | "open", collection: TlpLevel) {
  const stillOpen = there === "open" ? sql`and filed.closed_at is null` : sql``;
  return sql`and not exists (
    select 1 from holdings filed
    where filed.collection = ${collection} and filed.id = v.id and filed.version_id = v.version_id ${stillOpen})`;
}

/** Takes versions out of a collection; they stay stored. */
export async function closeRows(tx: Objects, { collection, versionIds }: Some, now: number): Promise<void> {
  for (const ids of slices(versionIds)) {
    await tx
      .updateTable("holdings")
      .set({ closed_at: now })
      .where("collection", "=", collection)
      .where("closed_at", "is", null)
      .where("id", "in", (select) => select.selectFrom("versions").select("id").where("version_id", "in", ids))
      .where("version_id", "in", ids)
      .execute();
  }
}
