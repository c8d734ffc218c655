import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import type { Kysely } from "kysely";
import type { Clock } from "../kernel/clock.ts";
import { plainError } from "../kernel/errors.ts";
import { systemRandom } from "../kernel/random.ts";
import type { AnyCommand } from "./command.ts";
import type { Change } from "./engine.ts";
import { migrate } from "./migrate.ts";
import { kyselyOver, openSqlite } from "./sqlite.ts";
import type { Reply, Request } from "./sqlite-engine.ts";
import { DATABASE_NAMES, type DatabaseName } from "./tables.ts";

type Writable = { readonly connection: ReturnType<typeof openSqlite>; readonly tables: Kysely<never> };

/**
 * The writer of SQLite: the only thread with writing connections. Runs the commands that it is sent one after another,
 * each in one transaction, and answers when the commit is on disk.
 */
export function serveThread(home: string, commands: readonly AnyCommand[], clock: Clock): void {
  const port = parentPort;
  if (!port) throw new Error("The writer runs in a thread of its own.");
  const databases = new Map<DatabaseName, Writable>();
  for (const name of DATABASE_NAMES) {
    const connection = openSqlite(join(home, `${name}.db`));
    migrate(connection, name);
    databases.set(name, { connection, tables: kyselyOver(connection) });
  }
  const byName = new Map(commands.map((command) => [command.name, command]));

  const run = async ({ id, name, input }: Request): Promise<Reply> => {
    const changes: Change[] = [];
    const command = byName.get(name);
    const database = command && databases.get(command.database);
    if (!command || !database) return { id, error: plainError(new Error(`no command is called ${name}`)) };
    const context = {
      clock,
      random: systemRandom,
      changed: (room: string, ...ids: string[]) => changes.push({ room, ids }),
    };
    database.connection.exec("begin immediate");
    try {
      const output = await command.run(database.tables, input, context);
      database.connection.exec("commit");
      return { id, output, changes };
    } catch (error) {
      if (database.connection.isTransaction) database.connection.exec("rollback");
      return { id, error: plainError(error) };
    }
  };

  let queue = Promise.resolve();
  port.on("message", (request: Request | { close: true }) => {
    queue = queue.then(async () => {
      if ("close" in request) {
        for (const { connection } of databases.values()) connection.close();
        port.close();
      } else port.postMessage(await run(request));
    });
  });
  port.postMessage({ ready: true });
}
