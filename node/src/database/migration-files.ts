import { readdirSync, readFileSync } from "node:fs";
import { EntenteError } from "../kernel/errors.ts";
import type { DatabaseName } from "./tables.ts";

export const MIGRATIONS = new URL("./migrations/", import.meta.url);

export type Dialect = "sqlite" | "postgresql";
export type Migration = { readonly file: string; readonly sql: () => string };

/** `migrations/<database>/NNNN-name.<dialect>.sql`, in order. Append-only: a file that ran is never changed. */
export function migrationFiles(name: DatabaseName, dialect: Dialect): Migration[] {
  const folder = new URL(`${name}/`, MIGRATIONS);
  return readdirSync(folder)
    .filter((file) => file.endsWith(`.${dialect}.sql`))
    .sort()
    .map((file) => ({ file, sql: () => readFileSync(new URL(file, folder), "utf8") }));
}

/**
 * The migrations that a database still lacks.
 * @throws EntenteError "schema-unknown" when the database knows a migration that this program doesn't
 */
export function missingMigrations(name: DatabaseName, dialect: Dialect, done: ReadonlySet<string>): Migration[] {
  const all = migrationFiles(name, dialect);
  const unknown = [...done].find((ran) => !all.some(({ file }) => file === ran));
  if (unknown) {
    throw new EntenteError({
      code: "schema-unknown",
      message: `The database "${name}" was written by a newer program (${unknown}).`,
      remedy: "Start the version of Entente that wrote it, or a newer one.",
    });
  }
  return all.filter(({ file }) => !done.has(file));
}
