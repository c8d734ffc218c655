import { serveCommands } from "#database";
import { objectsCommands } from "#objects";
import { RELEASE_RULES, releaseCommands } from "#release";
import { threatsCommands } from "../commands.ts";
import { addAlly } from "./add-ally.ts";

export const writer = serveCommands([
  ...objectsCommands,
  ...releaseCommands(RELEASE_RULES),
  ...threatsCommands,
  addAlly,
]);
