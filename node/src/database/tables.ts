type Migrations = { migrations: { file: string } };

/**
 * The tables, by database. Each room declares its own with `declare module`, beside the SQL that uses them.
 * `objects` holds objects, views and ledgers; `subscribers` the newsletter's; `accounts` persons and their sign-ins.
 */
export interface ObjectsTables extends Migrations {}
export interface SubscribersTables extends Migrations {}
export interface AccountsTables extends Migrations {}

export interface Schemas {
  objects: ObjectsTables;
  subscribers: SubscribersTables;
  accounts: AccountsTables;
}
export type DatabaseName = keyof Schemas;
export const DATABASE_NAMES: readonly DatabaseName[] = ["objects", "subscribers", "accounts"];
