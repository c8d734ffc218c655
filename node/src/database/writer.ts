import { isMainThread, workerData } from "node:worker_threads";
import { type Clock, systemClock } from "../kernel/clock.ts";
import type { AnyCommand } from "./command.ts";
import type { WriterData } from "./sqlite-engine.ts";
import { serveThread } from "./sqlite-writer.ts";

/** What a writer's module exports as `writer`: every command that it runs, and the clock that they see. */
export type Writer = {
  readonly commands: readonly AnyCommand[];
  readonly clockOf: (home: string) => Clock;
};

/**
 * Says which commands there are. SQLite starts the module that calls this as its writing thread, and then it serves;
 * PostgreSQL imports the same module and runs its commands in the node's own thread.
 */
export function serveCommands(commands: readonly AnyCommand[], clockOf: Writer["clockOf"] = () => systemClock): Writer {
  const home = isMainThread ? undefined : (workerData as WriterData | null)?.writerOf;
  if (home !== undefined) serveThread(home, commands, clockOf(home));
  return { commands, clockOf };
}
