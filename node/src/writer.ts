import { serveCommands } from "#database";
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

/** Joins the commands of all rooms on the writer's thread. A test may hand in other rules; the program hands in all. */
export function startWriter({ rules }: { readonly rules: readonly Rule[] }): void {
  afterAdmission.push(fillHoldings, indexAdmitted);
  serveCommands([
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
  ]);
}
