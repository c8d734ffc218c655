import assert from "node:assert/strict";
import test from "node:test";
import { objectId, ROOT, serverUnderTest } from "../test/server-under-test.ts";
import { WritableCollection } from "../test/writable-collection.ts";
import { createTaxiiClient, createTaxiiServer, TAXII_MEDIA_TYPE, TaxiiClientError, type TaxiiSend } from "./index.ts";

const MODIFIED = "2023-05-08T09:00:00.000Z";
const NOTE = { type: "note", id: objectId("note", 1), modified: MODIFIED };
const TYPE = { "content-type": TAXII_MEDIA_TYPE };
const OBJECTS = `${ROOT}collections/releases/objects/`;
const bytes = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

function writable(limits = {}) {
  const collection = new WritableCollection({ canWrite: true });
  return { collection, ...serverUnderTest({ collections: [collection], limits }) };
}

test("a post is 202 with what became of each object: counts, ids, versions, reasons", async () => {
  const { ask, get } = writable();
  const address = { type: "ipv4-addr", id: objectId("ipv4-addr", 2) };
  const waits = { ...NOTE, id: objectId("note", 3), wait: true };
  const { status, json, headers } = await ask(
    "POST",
    OBJECTS,
    TYPE,
    "usa",
    bytes({ objects: [NOTE, address, {}, waits] }),
  );
  assert.deepEqual([status, headers["content-type"]], [202, TAXII_MEDIA_TYPE]);
  const request_timestamp = "2023-11-14T22:13:20.000000Z";
  assert.deepEqual(json, {
    id: "c0ffee00-0000-4000-8000-0000000000aa",
    status: "pending",
    request_timestamp,
    total_count: 4,
    success_count: 2,
    successes: [
      { id: NOTE.id, version: MODIFIED },
      { id: address.id, version: request_timestamp },
    ],
    failure_count: 1,
    failures: [{ id: "unknown", version: request_timestamp, message: "objects[2] has no id" }],
    pending_count: 1,
    pendings: [{ id: waits.id, version: MODIFIED }],
  });
  assert.equal((await get(OBJECTS)).json.objects.length, 3);
});

test("limits count what comes, not what was announced, and nothing is read of what is refused before", async () => {
  const { ask, collection } = writable({ maxContentLength: 5000, maxPostedObjects: 3 });
  const large = bytes({ objects: [{ ...NOTE, content: "x".repeat(5000) }] });
  const statuses = [
    await ask("POST", OBJECTS, TYPE, "usa", large),
    await ask("POST", OBJECTS, { ...TYPE, "content-length": "99999" }, "usa", bytes({ objects: [NOTE] })),
    await ask("POST", OBJECTS, TYPE, "usa", bytes({ objects: [NOTE, NOTE, NOTE, NOTE] })),
    await ask("POST", OBJECTS, { ...TYPE, "content-encoding": "gzip" }, "usa", bytes({ objects: [NOTE] })),
    await ask("POST", OBJECTS, { ...TYPE, "content-encoding": "identity" }, "usa", bytes({ objects: [NOTE] })),
    await ask("POST", OBJECTS, {}, "usa", bytes({ objects: [NOTE] })),
    await ask("POST", OBJECTS, TYPE),
  ].map(({ status }) => status);
  assert.deepEqual(statuses, [413, 413, 413, 415, 202, 415, 400]);
  assert.equal((await collection.page({ limit: 9, match: { versions: "all" } })).rows.length, 1);
  const server = createTaxiiServer({
    discovery: { title: "x" },
    roots: [{ path: ROOT, title: "x", collections: () => [new WritableCollection()] }],
    cursorSecret: new Uint8Array(32),
  });
  const body = { [Symbol.asyncIterator]: () => assert.fail("it was read") };
  const answer = await server.handle({ method: "POST", path: OBJECTS, query: "", headers: TYPE, body }, { party: "x" });
  assert.equal(answer.status, 403);
});

test("the right to delete is its own; what may not be read is not told by it", async () => {
  const objects = [new WritableCollection({ canRead: false }), new WritableCollection({ canWrite: true })];
  const [blind, keeper] = objects.map((collection, index) =>
    Object.assign(collection, { alias: ["blind", "keeper"][index], canDelete: index === 0 }),
  );
  blind?.append(NOTE);
  keeper?.append(NOTE);
  const { ask, get } = serverUnderTest({ collections: objects });
  const at = (alias: string, number: number) => `${ROOT}collections/${alias}/objects/${objectId("note", number)}/`;
  const [first, second] = [await ask("DELETE", at("blind", 1)), await ask("DELETE", at("blind", 2))];
  assert.deepEqual([first.status, first.text], [200, second.text]);
  assert.equal(await blind?.remove(NOTE.id), false);
  assert.equal((await get(at("blind", 1))).status, 403);
  assert.equal((await ask("DELETE", at("keeper", 1))).status, 403);
});

test("the client walks every resource, writes and deletes, and hears what the server says", async () => {
  const collection = new WritableCollection({ canWrite: true });
  const root = {
    path: "/taxii2/drop/",
    title: "Drop",
    collections: () => [collection],
    status: async ({ party }: { party: string }, id: string) =>
      party === "usa" && id === collection.posted?.id ? collection.posted : undefined,
  };
  const { ask } = serverUnderTest({ collections: [], roots: [root], limits: { pageSize: { default: 2, max: 2 } } });
  const sendAs =
    (party: string): TaxiiSend =>
    ({ method, pathAndQuery, headers, body }) =>
      ask(method, pathAndQuery, { ...headers }, party, body);
  const client = createTaxiiClient(sendAs("usa"));
  const place = { root: root.path, collection: "releases" };

  assert.deepEqual((await client.discovery()).api_roots, [ROOT, root.path]);
  assert.equal((await client.root(root.path)).title, "Drop");
  assert.deepEqual(await client.collections(root.path), [await client.collection(place)]);
  const versions = [1, 2, 3, 4, 5].map((day) => `2023-05-0${day}T00:00:00.000Z`);
  const posted = await client.add(place, [...versions.map((modified) => bytes({ ...NOTE, modified })), bytes({})]);
  assert.deepEqual([posted.success_count, posted.failure_count], [5, 1]);
  assert.deepEqual(await client.status({ root: root.path, status: posted.id }), posted);
  const stranger = createTaxiiClient(sendAs("kor"));
  await assert.rejects(stranger.status({ root: root.path, status: posted.id }), { code: "refused", status: 404 });

  const object = { ...place, object: NOTE.id };
  assert.deepEqual(await all(client.versions(object)), versions);
  const manifest = await all(client.manifest(place, { versions: "all" }));
  assert.deepEqual(
    manifest.map(({ version }) => version),
    versions,
  );
  const newest = await all(client.object(object));
  assert.deepEqual(
    newest.map(({ modified }) => modified),
    versions.slice(-1),
  );
  await client.delete(object, { versions: "last" });
  assert.deepEqual(await all(client.versions(object)), versions.slice(0, -1));
  await client.delete(object);
  await assert.rejects(client.delete(object), (error) => error instanceof TaxiiClientError && error.status === 404);
});

test("the client hands on nothing that is not TAXII 2.1", async () => {
  const answers: [string, string, string][] = [
    ["application/json", '{"title":"x"}', "answer-invalid"],
    [TAXII_MEDIA_TYPE, "{", "answer-invalid"],
    [TAXII_MEDIA_TYPE, "[]", "answer-invalid"],
    [TAXII_MEDIA_TYPE, '{"name":"x"}', "answer-invalid"],
    [TAXII_MEDIA_TYPE, `{"title":"${"x".repeat(1000)}"}`, "answer-too-large"],
  ];
  for (const [type, text, code] of answers) {
    const client = createTaxiiClient(
      async () => ({ status: 200, headers: { "content-type": type }, body: bytes(text) }),
      500,
    );
    await assert.rejects(client.discovery(), (error) => error instanceof TaxiiClientError && error.code === code, text);
  }
});
