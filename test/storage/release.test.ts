import assert from "node:assert/strict";
import type { OpenNode } from "@entente/node";
import { rootOfLeaves } from "@entente/notes";
import { millisecondTimestamp, TLP_MARKING } from "@entente/stix";
import { admitObjects, OWN, type ReadObject, readOwnObject } from "../../node/src/objects/index.ts";
import { checkLedger } from "../../node/src/peers/index.ts";
import { leafHashes, logHead, readyObjects, standingOf, viewCollection } from "../../node/src/release/index.ts";
import { addAlly } from "./acts.ts";
import { onEveryEngine, until } from "./engines.ts";

const FIRST = { id: "p1", function: "Releasing officer" };
const COUNT = 40;

function identity(name: string): ReadObject {
  const now = millisecondTimestamp(Date.now());
  return readOwnObject({
    type: "identity",
    spec_version: "2.1",
    id: `identity--${crypto.randomUUID()}`,
    created: now,
    modified: now,
    name,
    object_marking_refs: [TLP_MARKING.green],
  });
}

async function newAlly({ database }: OpenNode, short: string): Promise<string> {
  const party = `identity--${crypto.randomUUID()}`;
  await database.write(addAlly, { party, short, ceiling: "amber" });
  return party;
}

async function written({ database }: OpenNode, count: number): Promise<ReadObject[]> {
  const objects = Array.from({ length: count }, (_, at) => identity(`Unit ${at}`));
  const admissible = objects.map((object) => ({ object, assigned: [] }));
  await database.write(admitObjects, { origin: OWN, author: null, objects: admissible });
  return objects;
}

onEveryEngine("decisions become rows and entries without a gap, and a reader who follows misses none", async (node) => {
  const { database, releases, ownParty } = node;
  const ally = await newAlly(node, "USA");
  const objects = await written(node, COUNT);
  const follower = follow(node, ally);
  await Promise.all(objects.map(({ id }) => releases.decide({ party: ally, ids: [id], reason: "test", first: FIRST })));
  const seen = await follower;
  const rows = await database.objects
    .selectFrom("views")
    .select(["id", "sequence", "entry", "date_added"])
    .where("party", "=", ally)
    .orderBy("sequence")
    .execute();
  assert.deepEqual(
    rows.map(({ sequence, entry }) => [sequence, entry]),
    objects.map((_, at) => [at + 1, at]),
  );
  assert.ok(rows.every(({ date_added }, at) => at === 0 || date_added > (rows[at - 1]?.date_added ?? 0)));
  assert.deepEqual(
    seen,
    rows.map(({ id }) => id),
  );
  const { log, size, root } = await logHead(database.objects, `${ownParty.id}/${ally}`);
  assert.deepEqual([size, root], [COUNT, rootOfLeaves(await leafHashes(database.objects, log, size))]);
  assert.deepEqual((await checkLedger(database.objects)).ours.problems, []);
  const [some] = objects;
  const version = { id: some?.id ?? "", type: "identity", origin: OWN, digest: some?.digest ?? "" };
  assert.deepEqual(await standingOf(database.objects, version), { kind: "released", parties: ["USA"] });
  assert.deepEqual(await readyObjects(database.objects), []);
});

/** Asks for what was added after the last row that it has, as a client of TAXII does, while rows are being added. */
async function follow({ database }: OpenNode, party: string): Promise<string[]> {
  const seen: string[] = [];
  let last = 0;
  const named = { id: crypto.randomUUID(), alias: "releases", title: "Releases" };
  await until(
    async () => {
      const collection = viewCollection(database.objects, { party, nowMicros: Date.now() * 1000 }, named);
      const page = await collection.page({ addedAfter: last, limit: 7, match: { versions: ["last"] } });
      seen.push(...page.rows.map(({ id }) => id));
      last = page.rows.at(-1)?.dateAddedMicros ?? last;
      return seen.length;
    },
    (length) => length >= COUNT,
  );
  return seen;
}

onEveryEngine("a page of a view matches ids, types and versions, and says whether more follows", async (node) => {
  const { database, releases } = node;
  const ally = await newAlly(node, "FRA");
  const [object] = await written(node, 1);
  const newer = readOwnObject({
    ...JSON.parse(Buffer.from(object?.bytes ?? []).toString("utf8")),
    name: "Renamed",
    modified: millisecondTimestamp(Date.now() + 1000),
  });
  const release = () => releases.decide({ party: ally, ids: [newer.id], reason: "test", first: FIRST });
  const page = (match: object, limit = 10) =>
    viewCollection(database.objects, { party: ally, nowMicros: Date.now() * 1000 }, { id: "v", title: "V" }).page({
      limit,
      match: { versions: "all", ...match },
    });
  await release();
  await until(
    () => page({}),
    ({ rows }) => rows.length === 1,
  );
  await database.write(admitObjects, { origin: OWN, author: null, objects: [{ object: newer, assigned: [] }] });
  await release();
  await until(
    () => page({}),
    ({ rows }) => rows.length === 2,
  );
  const digests = async (match: object, limit?: number) => {
    const { rows, more } = await page(match, limit);
    return [...rows.map(({ bytes }) => readOwnObject(JSON.parse(Buffer.from(bytes).toString("utf8"))).digest), more];
  };
  assert.deepEqual(await digests({ versions: ["first"] }), [object?.digest, false]);
  assert.deepEqual(await digests({ versions: ["last"] }), [newer.digest, false]);
  assert.deepEqual(await digests({ versions: [newer.micros ?? 0] }), [newer.digest, false]);
  assert.deepEqual(await digests({ ids: [newer.id], types: ["identity"] }, 1), [object?.digest, true]);
  assert.deepEqual(await digests({ types: ["report"] }), [false]);
});
