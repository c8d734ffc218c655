import { serveCommands } from "#database";
import { objectsCommands } from "#objects";
import { RELEASE_RULES, releaseCommands } from "#release";
import { newsletterCommands } from "../../newsletter/commands.ts";

// The writer of the rooms that the public site and the newsletter stand on.
export const writer = serveCommands([...objectsCommands, ...releaseCommands(RELEASE_RULES), ...newsletterCommands]);
