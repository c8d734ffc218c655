import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { copyOf } from "./test-database.ts";

type Value = string | number | null | Uint8Array;
type Row = Record<string, Value>;

/** Plain SQL behind a node's back, with `?` for values: what a hostile hand, or an independent reader, would do. */
export type PlainSql = {
  all(sql: string, ...values: readonly Value[]): Promise<Row[]>;
  /** @returns how many rows it changed */
  run(sql: string, ...values: readonly Value[]): Promise<number>;
};

/** Opens one database of a data folder for as long as `work` lasts. */
export async function withPlainSql<T>(
  home: string,
  database: "objects" | "subscribers" | "accounts",
  work: (sql: PlainSql) => Promise<T>,
): Promise<T> {
  const { database: setting } = configurationOf(home);
  if (setting?.engine === "postgresql") return onPostgresql(setting.address, database, work);
  const db = new DatabaseSync(join(home, `${database}.db`), { timeout: 5_000 });
  try {
    return await work({
      all: async (sql, ...values) => db.prepare(sql).all(...values) as Row[],
      run: async (sql, ...values) => Number(db.prepare(sql).run(...values).changes),
    });
  } finally {
    db.close();
  }
}

async function onPostgresql<T>(address: string, schema: string, work: (sql: PlainSql) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address, options: `-c search_path=${schema}` });
  client.setTypeParser(pg.types.builtins.INT8, Number);
  await client.connect();
  const ask = (sql: string, values: readonly Value[]) => {
    let count = 0;
    return client.query(
      sql.replaceAll("?", () => `$${++count}`),
      [...values],
    );
  };
  try {
    return await work({
      all: async (sql, ...values) => (await ask(sql, values)).rows,
      run: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    });
  } finally {
    await client.end();
  }
}

/** Every table that lies elsewhere than in the data folder, by name, with the bytes of all its values. */
export async function tablesElsewhere(home: string): Promise<Map<string, Buffer>> {
  const tables = new Map<string, Buffer>();
  if (configurationOf(home).database?.engine !== "postgresql") return tables;
  for (const schema of ["objects", "subscribers", "accounts"] as const) {
    await withPlainSql(home, schema, async ({ all }) => {
      const names = await all("select tablename from pg_tables where schemaname = ?", schema);
      for (const { tablename } of names) {
        const values = (await all(`select * from ${tablename}`)).flatMap((row) => Object.values(row));
        const bytes = values.map((value) => (value instanceof Uint8Array ? value : Buffer.from(String(value))));
        tables.set(`${schema}.${tablename}`, Buffer.concat(bytes));
      }
    });
  }
  return tables;
}

/** Copies the data folder of a node that is stopped, and its database where that is elsewhere. */
export async function copyHome(home: string, copy: string): Promise<void> {
  cpSync(home, copy, { recursive: true, filter: (path) => !path.endsWith("control") });
  const configuration = configurationOf(home);
  if (configuration.database?.engine !== "postgresql") return;
  const database = { ...configuration.database, address: await copyOf(configuration.database.address) };
  writeFileSync(join(copy, "configuration.json"), JSON.stringify({ ...configuration, database }));
}

type Setting = { readonly engine: "sqlite" } | { readonly engine: "postgresql"; readonly address: string };

function configurationOf(home: string): { database?: Setting } {
  return JSON.parse(readFileSync(join(home, "configuration.json"), "utf8"));
}
