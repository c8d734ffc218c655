import { readdirSync, readFileSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { EntenteError } from "../kernel/errors.ts";
import type { DatabaseName } from "./tables.ts";

const FOLDER = new URL("./migrations/", import.meta.url);

/**
 * Brings a database to the schema of this program: `migrations/<database>/NNNN-name.sqlite.sql`, in order, each in a
 * transaction of its own. Append-only: a file that ran is never changed.
 * @throws EntenteError "schema-unknown" when the database knows a migration that this program doesn't
 */
export function migrate(db: DatabaseSync, name: DatabaseName): void {
  db.exec("create table if not exists migrations (file text primary key) strict");
  const done = new Set(
    db
      .prepare("select file from migrations")
      .all()
      .map(({ file }) => String(file)),
  );
  const files = readdirSync(new URL(`${name}/`, FOLDER))
    .filter((file) => file.endsWith(".sqlite.sql"))
    .sort();
  const unknown = [...done].find((file) => !files.includes(file));
  if (unknown) {
    throw new EntenteError({
      code: "schema-unknown",
      message: `The database "${name}" was written by a newer program (${unknown}).`,
      remedy: "Start the version of Entente that wrote it, or a newer one.",
    });
  }
  for (const file of files.filter((candidate) => !done.has(candidate))) {
    db.exec("begin immediate");
    db.exec(readFileSync(new URL(`${name}/${file}`, FOLDER), "utf8"));
    db.prepare("insert into migrations (file) values (?)").run(file);
    db.exec("commit");
  }
}
