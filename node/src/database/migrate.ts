import type { DatabaseSync } from "node:sqlite";
import type { ClientBase } from "pg";
import { missingMigrations } from "./migration-files.ts";
import type { DatabaseName } from "./tables.ts";

/**
 * Brings a SQLite database to the schema of this program, each migration in a transaction of its own.
 * @throws EntenteError "schema-unknown" when the database knows a migration that this program doesn't
 */
export function migrate(db: DatabaseSync, name: DatabaseName): void {
  db.exec("create table if not exists migrations (file text primary key) strict");
  const rows = db.prepare("select file from migrations").all();
  const done = new Set(rows.map(({ file }) => String(file)));
  for (const { file, sql } of missingMigrations(name, "sqlite", done)) {
    db.exec("begin immediate");
    db.exec(sql());
    db.prepare("insert into migrations (file) values (?)").run(file);
    db.exec("commit");
  }
}

/**
 * The same on PostgreSQL, where a database is a schema, all of it in one transaction: of two processes that start at
 * once the second waits for the first, and then finds nothing to do.
 */
export async function migratePostgresql(client: ClientBase, name: DatabaseName): Promise<void> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock(hashtext('entente migrations'))");
    await client.query(`create schema if not exists ${name}`);
    await client.query(`set local search_path to ${name}`);
    await client.query("create table if not exists migrations (file text primary key)");
    const { rows } = await client.query<{ file: string }>("select file from migrations");
    const done = new Set(rows.map(({ file }) => file));
    for (const { file, sql } of missingMigrations(name, "postgresql", done)) {
      await client.query(sql());
      await client.query("insert into migrations (file) values ($1)", [file]);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
