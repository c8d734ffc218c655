import { accountsCommands } from "#accounts";
import { serveCommands } from "#database";
import { newsletterCommands } from "#newsletter";
import { objectsCommands } from "#objects";
import { peersCommands } from "#peers";
import { type Rule, releaseCommands } from "#release";
import { sessionsCommands } from "#sessions";
import { textsCommands } from "#texts";
import { threatsCommands } from "#threats";

/** Joins the commands of all rooms on the writer's thread. A test may hand in other rules; the program hands in all. */
export function startWriter({ rules }: { readonly rules: readonly Rule[] }): void {
  serveCommands([
    ...objectsCommands,
    ...releaseCommands(rules),
    ...accountsCommands,
    ...peersCommands(),
    ...threatsCommands,
    ...sessionsCommands(rules),
    ...textsCommands(rules),
    ...newsletterCommands,
  ]);
}
