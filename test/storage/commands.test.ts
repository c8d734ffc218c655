import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rootOfLeaves } from "@entente/notes";
import { openDatabase } from "../../node/src/database/index.ts";
import { entriesFrom, leafHashes, logHead } from "../../node/src/release/index.ts";
import { appendOne, countOn, failHalfway } from "./acts.ts";
import { onEveryEngine, onPostgresql, WRITER } from "./engines.ts";
import { copyOf, postgresqlDatabase } from "./test-database.ts";

onEveryEngine("a command that fails leaves nothing, tells nobody, and holds nobody up", async ({ database }) => {
  const told: string[] = [];
  const stop = database.onChange(({ room, ids }) => told.push(`${room} ${ids}`));
  await assert.rejects(database.write(failHalfway, "a"), /half way/);
  assert.equal(await database.write(countOn, "a"), 1);
  stop();
  assert.deepEqual(told, ["test a,1"]);
});

onEveryEngine(
  "commands that come at once run one after another; each is told when it can be read",
  async ({ database }) => {
    const readable: Promise<boolean>[] = [];
    const stop = database.onChange(({ ids: [name = "", value = ""] }) => {
      const row = database.objects.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst();
      readable.push(row.then((held) => Number(held?.value) >= Number(value)));
    });
    const numbers = Array.from({ length: 25 }, (_, at) => at + 1);
    assert.deepEqual(await Promise.all(numbers.map(() => database.write(countOn, "count"))), numbers);
    stop();
    assert.deepEqual(
      await Promise.all(readable),
      numbers.map(() => true),
    );
  },
);

onEveryEngine("a connection that reads cannot write", async ({ database }) => {
  await assert.rejects(
    database.objects.insertInto("settings").values({ name: "x", value: "y" }).execute(),
    /read-?only/i,
  );
});

onPostgresql("two processes append to one log: no gap, no fork, and no entry appears behind a reader", async (node) => {
  const { home, database, ownParty, configuration } = node;
  const other = await openDatabase(home, WRITER, configuration.database);
  try {
    const entry = { writer: ownParty.id, reader: "PUBLIC" };
    const log = `${entry.writer}/${entry.reader}`;
    const seen: number[] = [];
    let isWriting = true;
    const reader = (async () => {
      while (isWriting || seen.length < 40) {
        const after = seen.at(-1) ?? -1;
        seen.push(...(await entriesFrom(database.objects, log, after + 1, 5)).map((row) => row.entry));
      }
    })();
    const numbers = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        [database, other][at % 2]?.write(appendOne, { ...entry, subject: String(at).padStart(64, "0") }),
      ),
    );
    isWriting = false;
    await reader;
    const all = Array.from({ length: 40 }, (_, at) => at);
    assert.deepEqual(
      [...numbers].sort((a, b) => (a ?? 0) - (b ?? 0)),
      all,
    );
    assert.deepEqual(seen, all);
    const { root, size } = await logHead(database.objects, log);
    assert.deepEqual([size, root], [40, rootOfLeaves(await leafHashes(database.objects, log, 40))]);
    // The same for what no lock is taken for.
    const counted = await Promise.all(all.map((at) => [database, other][at % 2]?.write(countOn, "count of two")));
    assert.deepEqual(
      [...counted].sort((a, b) => (a ?? 0) - (b ?? 0)),
      all.map((at) => at + 1),
    );
  } finally {
    await other.close();
  }
});

onPostgresql("what only a person can put right is said in words", async ({ home, database, configuration }) => {
  assert.ok(configuration.database?.engine === "postgresql");
  const { address } = configuration.database;
  const at = (change: (url: URL) => void) => {
    const url = new URL(address);
    change(url);
    return openDatabase(home, WRITER, { engine: "postgresql", address: url.href });
  };
  const nowhere = at((url) => {
    url.port = "1";
  });
  await assert.rejects(nowhere, { code: "database-unavailable", kind: "unavailable" });
  const absent = at((url) => {
    url.pathname = "/absent";
  });
  await assert.rejects(absent, { code: "configuration-invalid" });
  const open = at((url) => {
    url.password = "secret";
  });
  await assert.rejects(open, (error: Error) => /file/.test(Object(error).remedy) && !error.message.includes("secret"));
  writeFileSync(join(home, "address"), `${address}\n`, { mode: 0o600 });
  await (await openDatabase(home, WRITER, { engine: "postgresql", address: "address" })).close();
  await assert.rejects(openDatabase(home, WRITER, { engine: "postgresql", address: "no-file" }), {
    code: "configuration-invalid",
  });
  const withNul = database.objects.selectFrom("heads").select("id").where("id", "=", "a\0b").execute();
  await assert.rejects(withNul, { code: "input-invalid" });
});

onPostgresql("a schema of a newer program is refused", async ({ home, configuration }) => {
  assert.ok(configuration.database?.engine === "postgresql");
  const setting = await postgresqlDatabase();
  assert.ok(setting);
  await (await openDatabase(home, WRITER, setting)).close();
  const newer = { ...setting, address: await copyOf(setting.address) };
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: newer.address });
  await client.connect();
  await client.query("insert into objects.migrations values ('9999-later.postgresql.sql')");
  await client.end();
  await assert.rejects(openDatabase(home, WRITER, newer), { code: "schema-unknown" });
});
