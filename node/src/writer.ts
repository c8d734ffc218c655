import { type AnyCommand, serveCommands, type Writer } from "#database";
import { objectsCommands } from "#objects";
import { type Rule, releaseCommands } from "#release";
import { accountsCommands } from "./accounts/commands.ts";
import { newsletterCommands } from "./newsletter/commands.ts";
import { peersCommands } from "./peers/commands.ts";
import { sessionsCommands } from "./sessions/commands.ts";
import { textsCommands } from "./texts/commands.ts";
import { threatsCommands } from "./threats/commands.ts";

type WriterParts = { readonly rules: readonly Rule[]; readonly acts?: readonly AnyCommand[] };

/** Joins the commands of all rooms for the writer. A test may hand in other rules and acts of its own; the program hands in all rules. */
export function startWriter({ rules, acts = [] }: WriterParts): Writer {
  return serveCommands([
    ...objectsCommands,
    ...releaseCommands(rules),
    ...accountsCommands,
    ...peersCommands(),
    ...threatsCommands,
    ...sessionsCommands(rules),
    ...textsCommands(rules),
    ...newsletterCommands,
    ...acts,
  ]);
}
