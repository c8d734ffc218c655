import { DatabaseSync } from "node:sqlite";
import { microsecondsOf } from "@entente/stix";
import type { Collection, Match, PageRequest, VersionSelector } from "../src/collection.ts";

type Value = string | number;

/** A collection over one SQLite table, as a node's are: append-only, its dates one microsecond apart at least. */
export class TableCollection implements Collection {
  readonly id: string;
  readonly alias: string;
  readonly title = "Releases";
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly #database = new DatabaseSync(":memory:");

  constructor({
    id = "c0ffee00-0000-4000-8000-000000000001",
    alias = "releases",
    canRead = true,
    canWrite = false,
  } = {}) {
    this.id = id;
    this.alias = alias;
    this.canRead = canRead;
    this.canWrite = canWrite;
    this.#database.exec(`CREATE TABLE entry (position INTEGER PRIMARY KEY, added INTEGER UNIQUE, id TEXT, type TEXT,
      version TEXT, micros INTEGER, bytes BLOB); CREATE INDEX entry_id ON entry (id, micros)`);
  }

  /** @returns the date added, in microseconds */
  append(object: { id: string; modified?: string }, nowMicros = 0): number {
    const { last } = this.#database.prepare("SELECT max(added) AS last FROM entry").get() as { last: number | null };
    const added = Math.max(nowMicros, (last ?? FIRST_DAY) + 1);
    const type = object.id.slice(0, -38);
    const micros = object.modified === undefined ? added : microsecondsOf(object.modified);
    this.#database
      .prepare("INSERT INTO entry (added, id, type, version, micros, bytes) VALUES (?, ?, ?, ?, ?, ?)")
      .run(added, object.id, type, object.modified ?? null, micros, Buffer.from(JSON.stringify({ type, ...object })));
    return added;
  }

  /** @returns whether there was anything */
  async remove(id: string, versions: Match["versions"] = "all"): Promise<boolean> {
    const { rows } = await this.page({ limit: 1000, match: { ids: [id], versions } });
    for (const { position } of rows) this.#database.prepare("DELETE FROM entry WHERE position = ?").run(position);
    return rows.length > 0;
  }

  async page({ addedAfter = 0, after = 0, limit, match }: PageRequest) {
    const where = ["added > ?", "position > ?"];
    const values: Value[] = [addedAfter, after];
    for (const [column, list] of [["id", match.ids] as const, ["type", match.types] as const]) {
      if (list) where.push(`${column} IN (${list.map(() => "?").join()})`);
      values.push(...(list ?? []));
    }
    where.push(versionCondition(match, values));
    const found = this.#database
      .prepare(`SELECT position, added AS dateAddedMicros, id, version, bytes FROM entry e
        WHERE ${where.join(" AND ")} ORDER BY position LIMIT ?`)
      .all(...values, limit + 1) as { position: number; dateAddedMicros: number; id: string; bytes: Uint8Array }[];
    return { rows: found.slice(0, limit), more: found.length > limit };
  }
}

const FIRST_DAY = microsecondsOf("2023-05-08T00:00:00Z");

function versionCondition({ versions }: Match, values: Value[]): string {
  if (versions === "all") return "1";
  const any = versions.map((selector: VersionSelector) => {
    if (selector === "last") return "micros = (SELECT max(micros) FROM entry o WHERE o.id = e.id)";
    if (selector === "first") return "micros = (SELECT min(micros) FROM entry o WHERE o.id = e.id)";
    values.push(selector);
    return "micros = ?";
  });
  return `(${any.join(" OR ")})`;
}
