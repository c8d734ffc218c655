import type { Database } from "#database";
import type { Parts } from "#http";
import { indexWaiting } from "./index-objects.ts";

export type SearchIndex = { start(): Promise<void>; stop(): Promise<void> };

/** Makes searchable what was held before there was a search, in the background: a batch, then whatever else waits. */
export function createSearchIndex({ database, log }: Pick<Parts, "database" | "log">): SearchIndex {
  let isStopped = false;
  let done = Promise.resolve();
  return {
    start: async () => {
      done = fillIndex(database, () => isStopped).catch(log);
    },
    stop: async () => {
      isStopped = true;
      await done;
    },
  };
}

/** The same until nothing waits any more. */
export async function fillIndex(database: Database, isStopped = () => false): Promise<void> {
  while (!isStopped() && (await database.write(indexWaiting, null)) > 0);
}
