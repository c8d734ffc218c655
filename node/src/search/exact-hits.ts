import { isIdentifier } from "@entente/stix";
import { sql } from "kysely";
import type { Objects } from "#objects";
import { allConditions } from "./filters.ts";
import type { Selection } from "./hit-source.ts";
import { exactValue } from "./index-objects.ts";
import type { SearchRow, ValueKind } from "./tables.ts";

/** Why something comes first: it is what was typed. `around`: a listed range in which the typed address lies. */
export type ExactBy = { readonly kind: "id" | "value" | "around" | ValueKind; readonly text: string };
export type ExactHit = { readonly row: SearchRow; readonly by: ExactBy };

const MOST = 100;

/** What bears exactly what was typed: as id, as observable (defanged or not), as number, name or alias. */
export async function exactHits(db: Objects, selection: Selection): Promise<Map<number, ExactHit>> {
  const found = new Map<number, ExactBy>();
  const add = (versionId: number, by: ExactBy) => {
    if (found.size < MOST && !found.has(versionId)) found.set(versionId, by);
  };
  const { text, values, around } = selection.query;
  if (text === "") return new Map();
  if (isIdentifier(text)) {
    const head = await db.selectFrom("heads").select("version_id").where("id", "=", text).executeTakeFirst();
    if (head) add(head.version_id, { kind: "id", text });
  }
  for (const { version_id, value } of await observing(db, values)) add(version_id, { kind: "value", text: value });
  for (const { version_id, kind, value } of await named(db, exactValue(text))) add(version_id, { kind, text: value });
  for (const { version_id, value } of await observing(db, around)) add(version_id, { kind: "around", text: value });
  return rowsOf(db, selection, found);
}

/** Only heads: the others are not searchable. */
async function observing(db: Objects, values: readonly string[]) {
  if (values.length === 0) return [];
  return db
    .selectFrom("observables")
    .innerJoin("searchable", "searchable.version_id", "observables.version_id")
    .select(["observables.version_id", "observables.value"])
    .where("observables.value", "in", values)
    .orderBy("observables.version_id", "desc")
    .limit(MOST)
    .execute();
}

function named(db: Objects, value: string) {
  return db
    .selectFrom("search_values")
    .selectAll()
    .where("value", "=", value)
    .orderBy("version_id", "desc")
    .limit(MOST)
    .execute();
}

async function rowsOf(
  db: Objects,
  { filters }: Selection,
  found: ReadonlyMap<number, ExactBy>,
): Promise<Map<number, ExactHit>> {
  if (found.size === 0) return new Map();
  const conditions = [sql`s.version_id in (${sql.join([...found.keys()])})`, ...allConditions(filters)];
  const { rows } = await sql<SearchRow>`
    select s.* from searchable s where ${sql.join(conditions, sql` and `)}`.execute(db);
  const byVersion = new Map(rows.map((row) => [row.version_id, row]));
  const hits = new Map<number, ExactHit>();
  for (const [versionId, by] of found) {
    const row = byVersion.get(versionId);
    if (row) hits.set(versionId, { row, by });
  }
  return hits;
}
