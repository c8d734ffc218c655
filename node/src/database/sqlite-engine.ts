import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { errorFrom, type PlainError } from "../kernel/errors.ts";
import type { Command } from "./command.ts";
import type { Announce, Change, Engine } from "./engine.ts";
import { kyselyOver, openSqlite } from "./sqlite.ts";
import type { DatabaseName } from "./tables.ts";

export type WriterData = { readonly writerOf: string };
export type Request = { readonly id: number; readonly name: string; readonly input: unknown };
export type Reply =
  | { readonly id: number; readonly output: unknown; readonly changes: readonly Change[] }
  | { readonly id: number; readonly error: PlainError };

/** SQLite: one file per database, read here, written by a thread of its own that runs one command after another. */
export async function openSqliteEngine(home: string, writer: URL, announce: Announce): Promise<Engine> {
  const data: WriterData = { writerOf: home };
  const worker = new Worker(writer, { workerData: data });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
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
    announce(reply.changes);
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
    close: async () => {
      const ended = new Promise((resolve) => worker.once("exit", resolve));
      worker.postMessage({ close: true });
      await ended;
      for (const connection of Object.values(connections)) connection.close();
    },
  };
}
