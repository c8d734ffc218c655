import { type AnyCommand, serveCommands, type Writer } from "#database";
import { afterAdmission, objectsCommands } from "#objects";
import { type Rule, releaseCommands } from "#release";
import { accountsCommands } from "./accounts/commands.ts";
import { fillHoldings, holdingsCommands } from "./holdings/commands.ts";
import { newsletterCommands } from "./newsletter/commands.ts";
import { peersCommands } from "./peers/commands.ts";
import { indexAdmitted, searchCommands } from "./search/commands.ts";
import { sessionsCommands } from "./sessions/commands.ts";
import { textsCommands } from "./texts/commands.ts";
import { threatsCommands } from "./threats/commands.ts";

type WriterParts = { readonly rules: readonly Rule[]; readonly acts?: readonly AnyCommand[] };

/** Joins the commands of all rooms for the writer. A test may hand in other rules, and acts of its own; the program has all. */
export function startWriter({ rules, acts = [] }: WriterParts): Writer {
  // Set, not added to: on PostgreSQL more than one writer may be declared in one process.
  afterAdmission.splice(0, afterAdmission.length, fillHoldings, indexAdmitted);
  return serveCommands([
    ...objectsCommands,
    ...releaseCommands(rules),
    ...accountsCommands,
    ...peersCommands(),
    ...threatsCommands,
    ...sessionsCommands(rules),
    ...textsCommands(rules),
    ...newsletterCommands,
    ...holdingsCommands,
    ...searchCommands,
    ...acts,
  ]);
}
