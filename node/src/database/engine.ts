import type { Kysely } from "kysely";
import type { Command } from "./command.ts";
import type { DatabaseName, Schemas } from "./tables.ts";

/** What a commit changed: in which room, and there which objects, if it says so. */
export type Change = { readonly room: string; readonly ids: readonly string[] };

/**
 * Called after each commit that changed something, and never before. The engine calls it and not who wrote: of several
 * processes on one PostgreSQL each would hear of the others' commits here too (LISTEN/NOTIFY).
 */
export type Announce = (changes: readonly Change[]) => void;

/** One kind of database. All of them promise the same; what differs between them stays in this folder. */
export type Engine = {
  /** Connections that can only read. */
  readonly [D in DatabaseName]: Kysely<Schemas[D]>;
} & {
  /** Runs a command whole, in one transaction; resolves after the commit, with plain data. */
  write<D extends DatabaseName, I, O>(command: Command<D, I, O>, input: I): Promise<O>;
  close(): Promise<void>;
};
