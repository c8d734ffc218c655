import type { Objects, Version } from "#objects";
import { PUBLIC } from "./model.ts";
import "./tables.ts";

/** Everything that a party can reach is an open row of its view; nothing else is (R12). */
export function openRows(db: Objects, party: string, nowMicros: number) {
  return db
    .selectFrom("views")
    .where("views.party", "=", party)
    .where("views.closed_at", "is", null)
    .where((where) => where.or([where("views.expires", "is", null), where("views.expires", ">", nowMicros)]));
}

/** A version in a view, with the time at which it was released. */
export type ViewedVersion = Version & { readonly date_added: number; readonly entry: number };

/**
 * The newest open version of every object of some types in a view, in order of release. What the public site, feeds
 * and bulletins are made of: `party` is PUBLIC unless named.
 */
export async function viewed(
  db: Objects,
  types: readonly string[],
  { party = PUBLIC, nowMicros }: { party?: string; nowMicros: number },
): Promise<ViewedVersion[]> {
  const rows = await openRows(db, party, nowMicros)
    .innerJoin("versions", "versions.version_id", "views.version_id")
    .selectAll("versions")
    .select(["views.date_added", "views.entry"])
    .where("views.type", "in", types)
    .orderBy("views.sequence")
    .execute();
  return newestById(rows);
}

/** The newest open version of one object in a view; the same query, and the same nothing, for whatever is not there (R13). */
export async function viewedById(
  db: Objects,
  id: string,
  { party = PUBLIC, nowMicros }: { party?: string; nowMicros: number },
): Promise<ViewedVersion | undefined> {
  const rows = await openRows(db, party, nowMicros)
    .innerJoin("versions", "versions.version_id", "views.version_id")
    .selectAll("versions")
    .select(["views.date_added", "views.entry"])
    .where("views.id", "=", id)
    .orderBy("views.sequence")
    .execute();
  return newestById(rows)[0];
}

function newestById(rows: readonly ViewedVersion[]): ViewedVersion[] {
  const newest = new Map<string, ViewedVersion>();
  for (const row of rows) {
    const held = newest.get(row.id);
    if (!held || (row.micros ?? 0) >= (held.micros ?? 0)) newest.set(row.id, row);
  }
  return [...newest.values()];
}
