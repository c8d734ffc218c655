export { type AnyCommand, type Command, type CommandContext, command } from "./command.ts";
export { type Database, openDatabase } from "./database.ts";
export { dialectOf, rowsOfNumbers } from "./dialect.ts";
export type { Change } from "./engine.ts";
export { lockHome } from "./lock.ts";
export type { AccountsTables, DatabaseName, ObjectsTables, Schemas, SubscribersTables } from "./tables.ts";
export { serveCommands, type Writer } from "./writer.ts";
