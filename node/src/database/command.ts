import type { Kysely } from "kysely";
import type { Clock } from "../kernel/clock.ts";
import type { Random } from "../kernel/random.ts";
import type { DatabaseName, Schemas } from "./tables.ts";

/** What a command may use besides its transaction. */
export type CommandContext = {
  readonly clock: Clock;
  readonly random: Random;
  /** Tells everyone who listens, after the commit, that something in a room changed. */
  changed(room: string, ...ids: string[]): void;
};

/**
 * A write: named, with plain data in and out. It runs whole, in one transaction, on the writer, one after another
 * (architecture.md); what it throws rolls it back and reaches the caller.
 */
export type Command<D extends DatabaseName, I, O> = {
  readonly database: D;
  readonly name: string;
  readonly run: (tx: Kysely<Schemas[D]>, input: I, context: CommandContext) => Promise<O>;
};

// biome-ignore lint/suspicious/noExplicitAny: a list of commands holds every input and output
export type AnyCommand = Command<any, any, any>;

export function command<D extends DatabaseName, I, O>(
  database: D,
  name: string,
  run: Command<D, I, O>["run"],
): Command<D, I, O> {
  return { database, name, run };
}
