export { type AnyCommand, type Command, type CommandContext, command } from "./command.ts";
export { type Change, type Database, openDatabase } from "./database.ts";
export { lockHome } from "./lock.ts";
export type { AccountsTables, DatabaseName, ObjectsTables, Schemas, SubscribersTables } from "./tables.ts";
export { serveCommands } from "./writer.ts";
