import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { MIGRATIONS, migrationFiles } from "./migration-files.ts";
import { DATABASE_NAMES } from "./tables.ts";

/** What an engine does with a table of its own kind (full-text search), by its dialect: `table` or `table.column`. */
const OF_ONE_DIALECT: readonly string[] = ["search_words"];

/** Tables and columns that a migration makes, as its text names them: an engine is not needed to compare two files. */
function columnsIn(sql: string): string[] {
  const plain = sql.replace(/--.*$/gm, "");
  const found: string[] = [];
  for (const [, table = "", body = ""] of plain.matchAll(/create table (\w+) \(\n([\s\S]*?)\n\)/g)) {
    for (const line of body.split("\n")) {
      const [, column] = /^ {2}(\w+) /.exec(line) ?? [];
      if (column && !["primary", "unique", "check", "foreign"].includes(column)) found.push(`${table}.${column}`);
    }
  }
  for (const [, table, column] of plain.matchAll(/alter table (\w+) add column (\w+)/g))
    found.push(`${table}.${column}`);
  return found.filter((name) => !OF_ONE_DIALECT.includes(name) && !OF_ONE_DIALECT.includes(name.split(".")[0] ?? ""));
}

const withoutDialect = (file: string) => file.replace(/\.\w+\.sql$/, "");

test("every migration has a twin in the other dialect, with the same tables and columns in the same order", () => {
  for (const name of DATABASE_NAMES) {
    const [sqlite, postgresql] = [migrationFiles(name, "sqlite"), migrationFiles(name, "postgresql")];
    const both = sqlite.length + postgresql.length;
    assert.equal(readdirSync(new URL(`${name}/`, MIGRATIONS)).length, both, `${name}: a file of neither dialect`);
    assert.deepEqual(
      postgresql.map(({ file }) => withoutDialect(file)),
      sqlite.map(({ file }) => withoutDialect(file)),
    );
    for (const [at, { file, sql }] of sqlite.entries()) {
      const columns = columnsIn(sql());
      assert.ok(columns.length > 0, `${file}: no table was read`);
      assert.deepEqual(columnsIn(postgresql[at]?.sql() ?? ""), columns, file);
    }
  }
});

test("the comparison reads what SQLite makes of the files, column for column", () => {
  for (const name of DATABASE_NAMES) {
    const db = new DatabaseSync(":memory:");
    const files = migrationFiles(name, "sqlite");
    for (const { sql } of files) db.exec(sql());
    const made = db
      .prepare(
        "select t.name as t, c.name as c from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table'",
      )
      .all()
      .map(({ t, c }) => `${t}.${c}`)
      .filter((column) => !OF_ONE_DIALECT.some((table) => column.startsWith(table)));
    assert.deepEqual(files.flatMap(({ sql }) => columnsIn(sql())).sort(), made.sort());
    db.close();
  }
});

test("texts of PostgreSQL are compared by their bytes, as SQLite's are", () => {
  for (const name of DATABASE_NAMES) {
    for (const { file, sql } of migrationFiles(name, "postgresql")) {
      const plain = sql().replace(/--.*$/gm, "");
      assert.deepEqual(plain.match(/^ {2}\w+ text(?! collate "C").*$/gm), null, file);
    }
  }
});
