import type { Kysely } from "kysely";
import pg from "pg";
import type { Clock } from "../kernel/clock.ts";
import { EntenteError, errorFrom, plainError } from "../kernel/errors.ts";
import { systemRandom } from "../kernel/random.ts";
import type { AnyCommand, Command } from "./command.ts";
import type { Announce, Change, Engine } from "./engine.ts";
import { migratePostgresql } from "./migrate.ts";
import { connectionTo, kyselyOverPool } from "./postgresql.ts";
import { postgresqlAddress } from "./postgresql-address.ts";
import { asEntenteError, isToBeRunAgain } from "./postgresql-errors.ts";
import { DATABASE_NAMES, type DatabaseName } from "./tables.ts";
import type { Writer } from "./writer.ts";

/** Readers of one database at a time; all pools of a node together hold at most fifteen connections. */
const READERS = { objects: 8, subscribers: 2, accounts: 2 } as const;
const OLDEST_VERSION = 15;
const TRIES = 20;

/**
 * PostgreSQL: one schema per database, read through pools. A command runs on a connection of its database that does
 * nothing else, one after another in this process, as on SQLite. Between processes the transactions are serialisable:
 * where two would not have happened one after the other, PostgreSQL refuses one, and it runs again. So a number that
 * follows from what was read (an entry, a row of a view, its `date_added`) is never given twice, and never appears
 * after a greater one: a reader that remembers how far it came skips nothing.
 */
export async function openPostgresqlEngine(
  home: string,
  writer: URL,
  setting: { readonly address: string },
  announce: Announce,
): Promise<Engine> {
  const address = postgresqlAddress(home, setting.address);
  await prepareSchemas(address);
  const { writer: declared } = (await import(writer.href)) as { writer: Writer };
  const clock = declared.clockOf(home);
  const byName = new Map(declared.commands.map((command) => [command.name, command]));
  const readers = eachDatabase((schema) => kyselyOverPool(address, { schema, readOnly: true, max: READERS[schema] }));
  const writers = eachDatabase((schema) => kyselyOverPool(address, { schema, readOnly: false, max: 1 }));
  const queues = new Map<DatabaseName, Promise<unknown>>();

  const write = async (command: AnyCommand, input: unknown) => {
    const known = byName.get(command.name);
    if (!known) throw new Error(`no command is called ${command.name}`);
    const { output, changes } = await run(known, writers[known.database as DatabaseName], input, clock);
    announce(changes);
    return output;
  };
  return {
    ...(readers as unknown as Pick<Engine, DatabaseName>),
    write: <D extends DatabaseName, I, O>(command: Command<D, I, O>, input: I) => {
      // Plain data, as if it crossed into a thread: neither side sees what the other changes later.
      const plain = structuredClone(input);
      const done = (queues.get(command.database) ?? Promise.resolve()).then(() => write(command, plain));
      queues.set(
        command.database,
        done.catch(() => undefined),
      );
      return done as Promise<O>;
    },
    close: async () => {
      await Promise.all(queues.values());
      await Promise.all([...Object.values(writers), ...Object.values(readers)].map((tables) => tables.destroy()));
    },
  };
}

type Pools = Readonly<Record<DatabaseName, Kysely<never>>>;

function eachDatabase(open: (name: DatabaseName) => Kysely<never>): Pools {
  return Object.fromEntries(DATABASE_NAMES.map((name) => [name, open(name)])) as Pools;
}

/** Runs a command in a transaction of its own, again where another process's commit came between. */
async function run(
  command: AnyCommand,
  tables: Kysely<never>,
  input: unknown,
  clock: Clock,
): Promise<{ output: unknown; changes: readonly Change[] }> {
  for (let tried = 1; ; tried += 1) {
    const changes: Change[] = [];
    const changed = (room: string, ...ids: string[]) => changes.push({ room, ids });
    const context = { clock, random: systemRandom, changed };
    try {
      const output = await tables
        .transaction()
        .setIsolationLevel("serializable")
        .execute((tx) => command.run(tx, input, context));
      return { output: structuredClone(output), changes };
    } catch (error) {
      if (!isToBeRunAgain(error) || tried === TRIES) throw errorFrom(plainError(error));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 2 ** Math.min(tried, 8)));
    }
  }
}

async function prepareSchemas(address: string): Promise<void> {
  const client = new pg.Client(connectionTo(address));
  try {
    await client.connect();
    await refuseUnfit(client);
    for (const name of DATABASE_NAMES) await migratePostgresql(client, name);
  } catch (error) {
    throw asEntenteError(error);
  } finally {
    await client.end();
  }
}

async function refuseUnfit(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    "select current_setting('server_version_num')::int / 10000 as version, getdatabaseencoding() as encoding",
  );
  const [{ version = 0, encoding = "" } = {}] = rows;
  if (version >= OLDEST_VERSION && encoding === "UTF8") return;
  throw new EntenteError({
    code: "configuration-invalid",
    message: `The database is PostgreSQL ${version} in ${encoding}; it must be ${OLDEST_VERSION} or newer, in UTF8.`,
    remedy: "Create it with `createdb --encoding UTF8 NAME` on a newer server.",
  });
}
