import type { DatabaseSetting } from "../kernel/configuration.ts";
import type { Announce, Change, Engine } from "./engine.ts";
import { openSqliteEngine } from "./sqlite-engine.ts";

/** The node's databases: connections that read, and the way to the writer. Every call is asynchronous on every engine. */
export type Database = Engine & {
  /** Called after each commit that changed something. Returns the way to stop. */
  onChange(listener: (change: Change) => void): () => void;
};

/**
 * Opens the databases of a data folder, created and migrated. `writer` is the module that says which commands there
 * are (`serveCommands`); `setting` says where the tables lie.
 */
export async function openDatabase(
  home: string,
  writer: URL,
  setting: DatabaseSetting = { engine: "sqlite" },
): Promise<Database> {
  const listeners = new Set<(change: Change) => void>();
  const announce: Announce = (changes) => {
    for (const change of changes) for (const listener of listeners) listener(change);
  };
  return {
    ...(await openEngine(home, writer, setting, announce)),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function openEngine(home: string, writer: URL, setting: DatabaseSetting, announce: Announce): Promise<Engine> {
  if (setting.engine === "sqlite") return openSqliteEngine(home, writer, announce);
  // Loaded only where it is used: a node on SQLite starts without it.
  const { openPostgresqlEngine } = await import("./postgresql-engine.ts");
  return openPostgresqlEngine(home, writer, setting, announce);
}
