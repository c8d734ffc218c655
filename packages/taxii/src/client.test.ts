import assert from "node:assert/strict";
import { createServer, get as httpGet } from "node:http";
import type { AddressInfo } from "node:net";
import test from "node:test";
import { objectId, ROOT, serverUnderTest } from "../test/server-under-test.ts";
import { TableCollection } from "../test/table-collection.ts";
import { TAXII_MEDIA_TYPE, type TaxiiAnswer, TaxiiClientError, type TaxiiGet, walkCollection } from "./index.ts";

const MODIFIED = "2023-05-08T09:00:00.000Z";

function getFrom(collection: TableCollection, change = (answer: TaxiiAnswer) => answer): TaxiiGet {
  const { ask } = serverUnderTest({ collections: [collection], limits: { pageSize: { default: 100, max: 500 } } });
  return async (target, headers) => change(await ask("GET", target, { ...headers }));
}

/** What a server without cursors answers: the reader must go on by date. */
function withoutNext(answer: TaxiiAnswer): TaxiiAnswer {
  return {
    ...answer,
    body: Buffer.from(
      Buffer.from(answer.body)
        .toString()
        .replace(/"next":"[^"]*",/, ""),
    ),
  };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function idsWhileGrowing(collection: TableCollection, get: TaxiiGet): Promise<string[]> {
  const ids: string[] = [];
  let grown = 3000;
  for await (const page of walkCollection({ get, root: ROOT, collection: "releases", limit: 250 })) {
    ids.push(...page.objects.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()).id));
    // Thousands in the same microsecond of the clock, and a clock that stands still.
    for (let count = 0; count < 100 && grown < 4500; count += 1) {
      collection.append({ id: objectId("indicator", grown++), modified: MODIFIED }, 1);
    }
  }
  return ids;
}

for (const [way, change] of [
  ["next", (answer: TaxiiAnswer) => answer],
  ["added_after", withoutNext],
] as const) {
  test(`a walk by ${way} brings all of 4,500 objects once, in order, while they are added`, async () => {
    const collection = new TableCollection();
    for (let number = 0; number < 3000; number += 1) {
      collection.append({ id: objectId("indicator", number), modified: MODIFIED }, 1);
    }
    const ids = await idsWhileGrowing(collection, getFrom(collection, change));
    assert.deepEqual(
      ids,
      Array.from({ length: 4500 }, (_, number) => objectId("indicator", number)),
    );
  });
}

test("a walk that broke off goes on after the last page kept, also when rows were closed meanwhile", async () => {
  const collection = new TableCollection();
  for (let number = 0; number < 10; number += 1) collection.append({ id: objectId("note", number) });
  const get = getFrom(collection);
  let last: string | undefined;
  for await (const page of walkCollection({ get, root: ROOT, collection: "releases", limit: 4 })) {
    last = page.dateAddedLast;
    break;
  }
  await collection.remove(objectId("note", 3));
  await collection.remove(objectId("note", 5));
  const rest: string[] = [];
  const options = { get, root: ROOT, collection: "releases", limit: 4, ...(last && { addedAfter: last }) };
  for await (const page of walkCollection(options)) {
    rest.push(...page.objects.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()).id));
  }
  assert.deepEqual(
    rest,
    [4, 6, 7, 8, 9].map((number) => objectId("note", number)),
  );
});

test("pages are cut by bytes, and an object larger than a page still goes", async () => {
  const collection = new TableCollection();
  for (let number = 0; number < 5; number += 1) {
    collection.append({ id: objectId("note", number), ...{ content: "x".repeat(number === 2 ? 5000 : 600) } });
  }
  const { ask } = serverUnderTest({ collections: [collection], limits: { maxPageBytes: 1500 } });
  const sizes: number[] = [];
  const get: TaxiiGet = (target) => ask("GET", target);
  for await (const page of walkCollection({ get, root: ROOT, collection: "releases" })) sizes.push(page.objects.length);
  assert.deepEqual(sizes, [2, 1, 2]);
});

test("an answer that is not TAXII 2.1 ends the walk, and says why", async () => {
  const good = { status: 200, headers: { "Content-Type": TAXII_MEDIA_TYPE }, body: Buffer.from('{"more":false}') };
  const withBody = (text: string) => ({ ...good, body: Buffer.from(text) });
  const cases: [TaxiiAnswer, string][] = [
    [{ ...good, headers: { "content-type": "application/json" } }, "answer-invalid"],
    [{ ...good, headers: {} }, "answer-invalid"],
    [{ ...good, headers: { ...good.headers, "x-taxii-date-added-last": "now" } }, "answer-invalid"],
    [withBody("[]"), "answer-invalid"],
    [withBody('{"objects":[{}'), "answer-invalid"],
    [withBody(`{"more":true,"next":"${"x".repeat(20_000)}"}`), "answer-invalid"],
    [withBody(`{"more":false${" ".repeat(1000)}}`), "answer-too-large"],
    [withBody('{"more":true}'), "no-progress"],
    [withBody('{"more":true,"next":"a"}'), "no-progress"],
    [{ ...good, status: 503 }, "unavailable"],
    [{ ...good, status: 429 }, "unavailable"],
    [{ ...good, status: 404 }, "refused"],
    [{ ...good, status: 301 }, "refused"],
  ];
  for (const [answer, code] of cases) {
    const maxBytes = code === "answer-too-large" ? 1000 : 100_000;
    const walk = walkCollection({ get: async () => answer, root: ROOT, collection: "releases", maxBytes });
    await assert.rejects(all(walk), (error) => error instanceof TaxiiClientError && error.code === code);
  }
  assert.equal((await all(walkCollection({ get: async () => good, root: ROOT, collection: "x" }))).length, 1);
  let page = 0;
  const get = async () => withBody(`{"more":true,"next":"${page++}"}`);
  const endless = walkCollection({ get, root: ROOT, collection: "releases", maxPages: 5 });
  await assert.rejects(all(endless), { code: "too-many-pages" });
  assert.equal(page, 5);
});

test("client and server agree over real HTTP, and each object arrives with its stored bytes", async (context) => {
  const collection = new TableCollection();
  for (let number = 0; number < 30; number += 1)
    collection.append({ id: objectId("note", number), ...{ n: "한글 é" } });
  const { server } = serverUnderTest({ collections: [collection] });
  const listener = createServer(async ({ method = "", url = "", headers }, response) => {
    const [path = "", query = ""] = url.split(/\?(.*)/s);
    const answer = await server.handle({ method, path, query, headers }, { party: "usa" });
    response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  context.after(() => listener.close());
  const { port } = listener.address() as AddressInfo;
  const get: TaxiiGet = (target, headers) =>
    new Promise((resolve, reject) => {
      httpGet({ host: "127.0.0.1", port, path: target, headers: { ...headers }, agent: false }, async (response) => {
        const body = Buffer.concat(await all(response));
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      }).on("error", reject);
    });
  const served: string[] = [];
  const walk = walkCollection({ get, root: ROOT, collection: "releases", limit: 7, versions: "all", types: ["note"] });
  for await (const page of walk) served.push(...page.objects.map(({ bytes }) => Buffer.from(bytes).toString()));
  const stored = (await collection.page({ limit: 99, match: { versions: "all" } })).rows;
  assert.deepEqual(
    served,
    stored.map(({ bytes }) => Buffer.from(bytes).toString()),
  );
});
