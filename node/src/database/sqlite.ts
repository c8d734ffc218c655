import { DatabaseSync } from "node:sqlite";
import { Kysely, type SelectModifierNode, SqliteDialect, SqliteQueryCompiler } from "kysely";

/** SQLite has one writer: what others lock there is nobody else's, and `for update` is no word of its language. */
class OneWriterDialect extends SqliteDialect {
  override createQueryCompiler() {
    return new OneWriterCompiler();
  }
}
class OneWriterCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier !== "ForUpdate") super.visitSelectModifier(node);
  }
}

/** Opens a SQLite file with the settings that the node relies on: write-ahead log, every commit on disk, keys enforced. */
export function openSqlite(path: string, { readOnly = false } = {}): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly, timeout: 10_000 });
  if (!readOnly) {
    db.exec("pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 4000");
    db.exec("pragma secure_delete = on");
  }
  db.exec("pragma foreign_keys = on; pragma cache_size = -16000");
  return db;
}

/** Kysely over one connection of `node:sqlite`. Statements are prepared anew by query: hot paths prepare their own. */
export function kyselyOver<T>(db: DatabaseSync): Kysely<T> {
  const cache = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  const prepared = (sql: string) => {
    let statement = cache.get(sql);
    if (!statement) {
      statement = db.prepare(sql);
      // Statements that were built once per list length would fill the memory.
      if (cache.size < 500) cache.set(sql, statement);
    }
    return statement;
  };
  return new Kysely<T>({
    dialect: new OneWriterDialect({
      database: {
        close: () => db.close(),
        prepare: (sql) => {
          const statement = prepared(sql);
          return {
            reader: statement.columns().length > 0,
            all: (values: unknown[]) => statement.all(...(values as never[])),
            run: (values: unknown[]) => statement.run(...(values as never[])),
            iterate: (values: unknown[]) => statement.iterate(...(values as never[])),
          } as never;
        },
      },
    }),
  });
}
