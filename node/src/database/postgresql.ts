import {
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  type PostgresPoolClient,
  replaceWithNoncontingentExpression,
} from "kysely";
import pg from "pg";
import { EntenteError } from "../kernel/errors.ts";
import { asEntenteError } from "./postgresql-errors.ts";

type Connections = {
  /** The schema that stands for the database; also where tables are looked for that no schema is named of. */
  readonly schema: string;
  readonly readOnly: boolean;
  readonly max: number;
};

const CONNECT_MS = 10_000;
// Our queries are short: to compile one takes longer than to answer it (`jit`).
const READS = "set default_transaction_read_only to on";
/** Whoever is told of a commit relies on it: a server that only promises one is asked to wait for its disk. */
const COMMITS = `select set_config('synchronous_commit', case setting when 'off' then 'on' else setting end, false)
  from pg_settings where name = 'synchronous_commit'`;

/** What every connection of the node needs, so that values look as they do on SQLite. */
export function connectionTo(address: string): pg.ClientConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, wholeNumber);
  types.setTypeParser(pg.types.builtins.NUMERIC, wholeNumber);
  types.setTypeParser(pg.types.builtins.BYTEA, bytesOf);
  return { connectionString: address, types, connectionTimeoutMillis: CONNECT_MS, application_name: "entente" };
}

/** Kysely over a pool whose connections see one schema. */
export function kyselyOverPool<T>(address: string, { schema, readOnly, max }: Connections): Kysely<T> {
  const pool = new pg.Pool({ ...connectionTo(address), max });
  // An idle connection that breaks is replaced when the next one is wanted; whoever uses one is told by its query.
  pool.on("error", () => {});
  const settings = `set search_path to ${schema}; set jit to off; ${readOnly ? READS : COMMITS}`;
  const prepared = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return new Kysely<T>({
    // SQLite knows that nothing is in `()`; to PostgreSQL that is no list.
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
    dialect: new PostgresDialect({
      pool: {
        options: pool.options,
        end: () => pool.end(),
        connect: async () => {
          const client = await pool.connect().catch((error) => {
            throw asEntenteError(error);
          });
          const known = prepared.get(client);
          if (known) return known;
          const connection = oneQueryAtATime(client);
          prepared.set(client, connection);
          await connection.query(settings, []).catch((error) => {
            client.release(true);
            throw error;
          });
          return connection;
        },
      },
    }),
  });
}

/** A command may ask for several things at once, as it may on SQLite; a connection answers one question at a time. */
function oneQueryAtATime(client: pg.PoolClient): PostgresPoolClient {
  let last: Promise<unknown> = Promise.resolve();
  const names = new Map<string, string>();
  const query = (text: string, values: readonly unknown[]) => {
    const asked = () => {
      // Without values the text may hold several statements, as settings do.
      if (values.length === 0) return client.query(text);
      const name = values.length <= MOST_VALUES_OF_PREPARED ? nameOf(text, names) : undefined;
      return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
    };
    const answer = last.then(asked).catch((error) => {
      throw asEntenteError(error);
    });
    last = answer.catch(() => undefined);
    return answer;
  };
  return { query: query as unknown as PostgresPoolClient["query"], release: (destroy) => client.release(destroy) };
}

/**
 * What is asked again and again is understood by the server once for each connection. Not so what is as long as a list
 * happens to be: of those there are too many.
 */
function nameOf(text: string, names: Map<string, string>): string | undefined {
  if (!names.has(text) && names.size < MOST_PREPARED) names.set(text, `s${names.size}`);
  return names.get(text);
}
const MOST_PREPARED = 300;
const MOST_VALUES_OF_PREPARED = 20;

/** All our integers lie below 2^53; one that doesn't must not come back as a neighbour. */
function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    throw new EntenteError({ code: "internal", message: `${text} is too large for a number.` });
  }
  return number;
}

/** Bytes of their own: a Buffer from the pool would carry its neighbours along when it is sent to another thread. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length - 2) / 2);
  Buffer.from(bytes.buffer).write(text.slice(2), "hex");
  return bytes;
}
