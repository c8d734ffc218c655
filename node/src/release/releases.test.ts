import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { rootOfLeaves, subjectOf } from "@entente/notes";
import { TLP_MARKING } from "@entente/stix";
import { command, openDatabase } from "#database";
import { systemClock } from "#kernel/clock";
import { EntenteError } from "#kernel/errors";
import { admitObjects, initialise, OWN, readOwnObject } from "#objects";
import { addPublic, createReleases, leafHashes, logHead, PUBLIC, RELEASE_RULES, seenDigest, viewed } from "#release";
import { testDatabase } from "../../../test/storage/test-database.ts";

const FIRST = { id: "p1", function: "Releasing officer" };
const SECOND = { id: "p2", function: "Second releasing officer" };
const WRITER = new URL("../writer-thread.ts", import.meta.url);

async function withNode(run: (node: Awaited<ReturnType<typeof open>>) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "entente-"));
  const node = await open(home);
  try {
    await run(node);
  } finally {
    await node.releases.stop();
    await node.database.close();
    rmSync(home, { recursive: true });
  }
}

async function open(home: string) {
  const database = await openDatabase(home, WRITER, await testDatabase());
  const own = await database.write(initialise, { short: "KOR", identity: { name: "Korea" } });
  await database.write(addPublic, null);
  const log = (error: unknown) => {
    throw error;
  };
  const releases = createReleases({ database, rules: RELEASE_RULES, clock: systemClock, log });
  await releases.start();
  return { home, database, releases, own };
}

let made = 0;
function report(author: string, name = "A report", markings = [TLP_MARKING.clear]) {
  made += 1;
  const id = `report--00000000-0000-4000-8000-${String(made).padStart(12, "0")}`;
  const time = new Date(Date.now() - 1000).toISOString();
  const times = { created: time, modified: time, published: time };
  const object = {
    type: "report",
    spec_version: "2.1",
    id,
    created_by_ref: author,
    name,
    object_refs: [author],
    ...times,
  };
  return { ...object, object_marking_refs: markings };
}

const admit = (database: Awaited<ReturnType<typeof openDatabase>>, object: object, author: string | null = null) =>
  database.write(admitObjects, {
    origin: OWN,
    author,
    objects: [{ object: readOwnObject(object as Record<string, unknown>), assigned: [] }],
  });

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tried = 0; tried < 200; tried += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail("it did not come about within two seconds");
}

test("an object goes public with two persons; ledger, row and subject agree", () =>
  withNode(async ({ database, releases, own }) => {
    const object = report(own.id);
    await admit(database, object);
    const selection = { party: PUBLIC, ids: [object.id] };
    const seen = seenDigest(await releases.dryRun(selection));
    const { decision, state } = await releases.decide({ ...selection, reason: "test", first: FIRST, seen });
    assert.equal(state, "waits-for-second-person");
    assert.deepEqual(await viewed(database.objects, ["report"], { nowMicros: Date.now() * 1000 }), []);
    await releases.approve({ decision, second: SECOND });
    await until(
      async () => (await viewed(database.objects, ["report"], { nowMicros: Date.now() * 1000 })).length === 1,
    );

    const rows = await database.objects.selectFrom("views").selectAll().orderBy("sequence").execute();
    assert.deepEqual(rows.map(({ id }) => id).sort(), [own.id, object.id].sort(), "the author's identity goes too");
    const head = await logHead(database.objects, `${own.id}/${PUBLIC}`);
    assert.equal(head.root, rootOfLeaves(await leafHashes(database.objects, head.log, head.size)));
    for (const row of rows) {
      const entry = await database.objects
        .selectFrom("entries")
        .selectAll()
        .where("entry", "=", row.entry)
        .executeTakeFirstOrThrow();
      const opening = Buffer.from(row.opening).toString("hex");
      const { id, digest, version_key: modified } = row;
      assert.equal(entry.subject, subjectOf({ opening, id, modified, digest, labels: JSON.parse(row.labels) }));
    }
  }));

test("the same person twice, the author, and an edited object are refused as second approval", () =>
  withNode(async ({ database, releases, own }) => {
    const object = report(own.id);
    await admit(database, object, SECOND.id);
    const decided = await releases.decide({ party: PUBLIC, ids: [object.id], reason: "test", first: FIRST });
    const refusedAs = (fault: string) => (error: unknown) =>
      error instanceof EntenteError && error.code === "second-person-refused" && error.faults[0]?.message === fault;
    await assert.rejects(releases.approve({ ...decided, second: FIRST }), refusedAs("same-person"));
    await assert.rejects(releases.approve({ ...decided, second: SECOND }), refusedAs("author"));
    await admit(database, { ...object, name: "Edited", modified: new Date().toISOString() });
    const third = { id: "p3", function: "Third" };
    await assert.rejects(releases.approve({ ...decided, second: third }), { code: "decision-void" });
    await assert.rejects(releases.approve({ ...decided, second: third }), { code: "decision-void" });
    assert.equal((await logHead(database.objects, `${own.id}/${PUBLIC}`)).size, 0);
  }));

test("what changed since the dry run is not released", () =>
  withNode(async ({ database, releases, own }) => {
    const object = report(own.id);
    await admit(database, object);
    const selection = { party: PUBLIC, ids: [object.id] };
    const seen = seenDigest(await releases.dryRun(selection));
    await admit(database, { ...object, name: "Edited", modified: new Date().toISOString() });
    await assert.rejects(releases.decide({ ...selection, reason: "test", first: FIRST, seen }), {
      code: "dry-run-outdated",
    });
  }));

test("a decision waits for what is missing, and goes on when it arrives", () =>
  withNode(async ({ database, releases, own }) => {
    const missing = report(own.id, "Arrives later");
    const object = { ...report(own.id), object_refs: [missing.id] };
    await admit(database, object);
    const { decision, state } = await releases.decide({
      party: PUBLIC,
      ids: [object.id],
      reason: "test",
      first: FIRST,
    });
    assert.equal(state, "waits");
    await admit(database, missing);
    const stateNow = async () =>
      (
        await database.objects
          .selectFrom("decisions")
          .select("state")
          .where("decision", "=", decision)
          .executeTakeFirst()
      )?.state;
    await until(async () => (await stateNow()) === "waits-for-second-person");
    await releases.approve({ decision, second: SECOND });
    await until(async () => (await stateNow()) === "done");
    assert.equal((await viewed(database.objects, ["report"], { nowMicros: Date.now() * 1000 })).length, 2);
  }));

test("what another decision has released meanwhile is not sent twice, and voids nothing", () =>
  withNode(async ({ database, releases, own }) => {
    const [shared, second] = [report(own.id), report(own.id)];
    await admit(database, shared);
    await admit(database, second);
    const decide = (ids: string[]) => releases.decide({ party: PUBLIC, ids, reason: "test", first: FIRST });
    const [one, other] = [await decide([shared.id]), await decide([shared.id, second.id])];
    for (const { decision } of [one, other]) await releases.approve({ decision, second: SECOND });
    const states = () => database.objects.selectFrom("decisions").select("state").execute();
    await until(async () => (await states()).every(({ state }) => state === "done"));
    const rows = await database.objects.selectFrom("views").select("id").execute();
    assert.deepEqual(rows.map(({ id }) => id).sort(), [own.id, shared.id, second.id].sort());
  }));

test("a marking definition never goes by itself: it would tell of what bears it", () =>
  withNode(async ({ database, releases, own }) => {
    const created = new Date().toISOString();
    const definition = { definition_type: "statement", definition: { statement: "Ours" } };
    const id = "marking-definition--00000000-0000-4000-8000-000000000001";
    const marking = {
      type: "marking-definition",
      spec_version: "2.1",
      id,
      created_by_ref: own.id,
      created,
      ...definition,
    };
    await admit(database, marking);
    await assert.rejects(
      releases.decide({ party: PUBLIC, ids: [id], reason: "test", first: FIRST }),
      (error) => error instanceof EntenteError,
    );
    const bearer = report(own.id, "Bears it", [TLP_MARKING.clear, id]);
    await admit(database, bearer);
    const { permitted } = await releases.dryRun({ party: PUBLIC, ids: [bearer.id] });
    assert.ok(permitted.some((candidate) => candidate.id === id));
  }));

test("a failing command leaves nothing behind", () =>
  withNode(async ({ database }) => {
    const unknown = command("objects", "noSuchCommand", async () => undefined);
    await assert.rejects(database.write(unknown, null));
    assert.equal((await database.objects.selectFrom("decisions").selectAll().execute()).length, 0);
  }));
