import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Kysely } from "kysely";
import { errorFrom, type PlainError } from "../kernel/errors.ts";
import type { Command } from "./command.ts";
import { kyselyOver, openSqlite } from "./sqlite.ts";
import type { DatabaseName, Schemas } from "./tables.ts";

export type WriterData = { readonly home: string };
export type Request = { readonly id: number; readonly name: string; readonly input: unknown };
type Changes = readonly [room: string, ids: readonly string[]][];
export type Reply =
  | { readonly id: number; readonly output: unknown; readonly changes: Changes }
  | { readonly id: number; readonly error: PlainError };

export type Change = { readonly room: string; readonly ids: readonly string[] };

/** The node's databases: reading connections here, one writer elsewhere. Every call is asynchronous on every engine. */
export type Database = {
  readonly objects: Kysely<Schemas["objects"]>;
  readonly subscribers: Kysely<Schemas["subscribers"]>;
  readonly accounts: Kysely<Schemas["accounts"]>;
  /** Runs a command on the writer; resolves after the commit. */
  write<D extends DatabaseName, I, O>(command: Command<D, I, O>, input: I): Promise<O>;
  /** Called after each commit that changed something. Returns the way to stop. */
  onChange(listener: (change: Change) => void): () => void;
  close(): Promise<void>;
};

/** Opens the databases of a data folder, created and migrated by the writer that `writer` starts. */
export async function openDatabase(home: string, writer: URL): Promise<Database> {
  const data: WriterData = { home };
  const worker = new Worker(writer, { workerData: data });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Set<(change: Change) => void>();
  let last = 0;
  let failure: Error | undefined;

  await new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
  });
  worker.on("message", (reply: Reply) => {
    if (typeof reply.id !== "number") return;
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ("error" in reply) return caller?.reject(errorFrom(reply.error));
    caller?.resolve(reply.output);
    for (const [room, ids] of reply.changes) for (const listener of listeners) listener({ room, ids });
  });
  const fail = (error: Error) => {
    failure = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("The writer has stopped.")));

  const connections = {
    objects: openSqlite(join(home, "objects.db"), { readOnly: true }),
    subscribers: openSqlite(join(home, "subscribers.db"), { readOnly: true }),
    accounts: openSqlite(join(home, "accounts.db"), { readOnly: true }),
  };
  return {
    objects: kyselyOver(connections.objects),
    subscribers: kyselyOver(connections.subscribers),
    accounts: kyselyOver(connections.accounts),
    write: <D extends DatabaseName, I, O>(command: Command<D, I, O>, input: I) =>
      new Promise<O>((resolve, reject) => {
        if (failure) return reject(failure);
        last += 1;
        waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
        worker.postMessage({ id: last, name: command.name, input } satisfies Request);
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      const ended = new Promise((resolve) => worker.once("exit", resolve));
      worker.postMessage({ close: true });
      await ended;
      for (const connection of Object.values(connections)) connection.close();
    },
  };
}
