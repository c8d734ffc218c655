import assert from "node:assert/strict";
import test from "node:test";
import { objectId, ROOT, serverUnderTest } from "../test/server-under-test.ts";
import { TableCollection } from "../test/table-collection.ts";
import { createTaxiiServer, TAXII_MEDIA_TYPE } from "./index.ts";

const REPORT = objectId("report", 1);
const ADDRESS = objectId("ipv4-addr", 2);
const OLD = "2023-05-08T09:00:00.000Z";
const NEW = "2023-05-09T09:00:00.50Z";

function filled() {
  const collection = new TableCollection();
  const dates = [
    collection.append({ id: REPORT, modified: OLD }),
    collection.append({ id: ADDRESS }),
    collection.append({ id: REPORT, modified: NEW }),
  ];
  return { collection, dates, objects: `${ROOT}collections/${collection.id}/objects/` };
}

const idsOf = (json: { objects?: { id: string; modified?: string }[] }) =>
  (json.objects ?? []).map(({ id, modified }) => (modified === undefined ? id : `${id} ${modified}`));

test("discovery, root and collections say what there is, with and without the last slash", async () => {
  const { collection } = filled();
  const hidden = new TableCollection({ id: "hidden", alias: "none", canRead: false });
  const { get } = serverUnderTest({ collections: [collection, hidden] });
  assert.deepEqual((await get("/taxii2")).json, { title: "Test node", default: ROOT, api_roots: [ROOT] });
  assert.deepEqual((await get(ROOT)).json.versions, [TAXII_MEDIA_TYPE]);
  const listed = (await get(`${ROOT}collections`)).json.collections;
  assert.deepEqual(listed, [
    {
      id: collection.id,
      title: "Releases",
      alias: "releases",
      can_read: true,
      can_write: false,
      media_types: ["application/stix+json;version=2.1"],
    },
  ]);
  for (const path of [`${ROOT}collections/releases`, `${ROOT}collections/${collection.id}/`]) {
    const answer = await get(path);
    assert.equal(answer.headers["content-type"], TAXII_MEDIA_TYPE);
    assert.deepEqual(answer.json, listed[0]);
  }
  assert.deepEqual((await serverUnderTest({ collections: [hidden] }).get(`${ROOT}collections/`)).json, {});
});

test("an envelope is the stored bytes between commas, and its headers say when they were added", async () => {
  const { collection, objects } = filled();
  const { get } = serverUnderTest({ collections: [collection] });
  const answer = await get(`${objects}?match[version]=all`);
  const stored = (await collection.page({ limit: 9, match: { versions: "all" } })).rows.map(({ bytes }) =>
    Buffer.from(bytes).toString(),
  );
  assert.equal(answer.text, `{"more":false,"objects":[${stored.join(",")}]}`);
  assert.equal(answer.headers["x-taxii-date-added-first"], "2023-05-08T00:00:00.000001Z");
  assert.equal(answer.headers["x-taxii-date-added-last"], "2023-05-08T00:00:00.000003Z");
  const empty = await get(`${objects}?added_after=2023-05-08T00:00:00.000003Z`);
  assert.equal(empty.text, '{"more":false}');
  assert.equal(empty.headers["x-taxii-date-added-last"], undefined);
});

test("each filter of TAXII 3.4 restricts, alone and together", async () => {
  const { collection, objects } = filled();
  const { get } = serverUnderTest({ collections: [collection] });
  const latest = [ADDRESS, `${REPORT} ${NEW}`];
  const cases: [string, string[]][] = [
    ["", latest],
    ["added_after=2023-05-08T00:00:00.000002Z", [`${REPORT} ${NEW}`]],
    ["added_after=2023-05-08T00:00:00.000002999Z", [`${REPORT} ${NEW}`]],
    ["added_after=0001-01-01T00:00:00Z", latest],
    ["match[type]=ipv4-addr", [ADDRESS]],
    ["match%5Btype%5D=ipv4-addr%2Creport", latest],
    [`match[id]=${REPORT}&match[type]=ipv4-addr`, []],
    ["match[version]=first", [`${REPORT} ${OLD}`, ADDRESS]],
    ["match[version]=2023-05-08T09:00:00Z,2023-05-08T00:00:00.000002Z", [`${REPORT} ${OLD}`, ADDRESS]],
    ["match[version]=all,first", [`${REPORT} ${OLD}`, ADDRESS, `${REPORT} ${NEW}`]],
    ["match[spec_version]=2.0,2.1", latest],
    ["match[spec_version]=2.0", []],
    ["unknown=1", latest],
  ];
  for (const [query, expected] of cases)
    assert.deepEqual(idsOf((await get(`${objects}?${query}`)).json), expected, query);
});

test("a parameter that is malformed, doubled or unknown to match is 400", async () => {
  const { collection, objects } = filled();
  const { get } = serverUnderTest({ collections: [collection] });
  const wrong = [
    "added_after=yesterday",
    "added_after=2023-02-30T00:00:00Z",
    "added_after=",
    "limit=0",
    "limit=-1",
    "limit=1.5",
    "limit=1&limit=1",
    "match[id]=report",
    "match[type]=report, note",
    "match[version]=newest",
    "match[spec_version]=x",
    "match[type]=report&match[type]=report",
    "match[name]=x",
    "next=",
    `match[id]=${Array(100).fill(REPORT).join(",")}`,
    `x=${"y".repeat(17_000)}`,
  ];
  for (const query of wrong) {
    const answer = await get(`${objects}?${query}`);
    assert.equal(answer.status, 400, query);
    assert.equal(answer.headers["content-type"], TAXII_MEDIA_TYPE);
    assert.equal(answer.json.http_status, "400");
  }
});

test("manifest, object and versions tell the same rows in their own shape", async () => {
  const { collection, objects } = filled();
  const { get } = serverUnderTest({ collections: [collection] });
  const { json: manifest } = await get(`${ROOT}collections/releases/manifest/`);
  const media_type = "application/stix+json;version=2.1";
  const added = (micros: number) => `2023-05-08T00:00:00.00000${micros}Z`;
  assert.deepEqual(manifest.objects, [
    { id: ADDRESS, date_added: added(2), version: added(2), media_type },
    { id: REPORT, date_added: added(3), version: NEW, media_type },
  ]);
  assert.deepEqual(idsOf((await get(`${objects}${REPORT}`)).json), [`${REPORT} ${NEW}`]);
  assert.deepEqual((await get(`${objects}${REPORT}/versions/`)).json, { more: false, versions: [OLD, NEW] });
  const first = await get(`${objects}${REPORT}/versions?limit=1`);
  const second = await get(`${objects}${REPORT}/versions?next=${first.json.next}`);
  assert.deepEqual([first.json.versions, second.json], [[OLD], { more: false, versions: [NEW] }]);
  assert.deepEqual((await get(`${objects}${REPORT}/?match[version]=2020-01-01T00:00:00Z`)).json, { more: false });
});

test("what is unknown, unreadable or another's is one answer, byte for byte (R13)", async () => {
  const { collection } = filled();
  const unreadable = new TableCollection({ id: "c0ffee00-0000-4000-8000-000000000002", alias: "b", canRead: false });
  unreadable.append({ id: objectId("note", 7) });
  const secret = {
    path: "/taxii2/secret/",
    title: "Secret",
    admission: () => "unknown" as const,
    collections: () => [collection],
  };
  const { ask } = serverUnderTest({ collections: [collection, unreadable], roots: [secret] });
  const paths = [
    `${ROOT}collections/${unreadable.id}/`,
    `${ROOT}collections/${unreadable.id}/objects/`,
    `${ROOT}collections/${unreadable.id}/objects/?limit=0`,
    `${ROOT}collections/b/manifest/`,
    `${ROOT}collections/c0ffee00-0000-4000-8000-00000000000f/objects/`,
    `${ROOT}collections/releases/objects/${objectId("note", 7)}/`,
    `${ROOT}collections/releases/objects/${objectId("note", 8)}/versions/`,
    `${ROOT}collections/releases/objects/note/`,
    `${ROOT}collections/releases/objects/%00/`,
    `${ROOT}collections/%ff/`,
    `${ROOT}status/c0ffee00-0000-4000-8000-00000000000f/`,
    `${ROOT}/collections/`,
    "/taxii2/secret/",
    "/taxii2/nothing/",
  ];
  const answers = new Set<string>();
  for (const path of paths) {
    // Below a readable collection, writing is answered from the rights alone, before any look-up.
    const methods = path.includes("/releases/objects/") ? ["GET"] : ["GET", "POST", "DELETE"];
    for (const method of methods) {
      const { status, headers, text } = await ask(method, path);
      answers.add(JSON.stringify([status, headers, text]));
    }
  }
  assert.equal(answers.size, 1, [...answers].join("\n"));
  assert.match([...answers][0] ?? "", /^\[404,/);
  const deletes = [REPORT, objectId("note", 7), objectId("note", 8)].map((id) =>
    ask("DELETE", `${ROOT}collections/releases/objects/${id}/`),
  );
  const [known, elsewhere, nowhere] = await Promise.all(deletes);
  assert.deepEqual([elsewhere, nowhere], [known, known]);
});

test("a root may want a sign-in on every path, and is not listed before", async () => {
  const root = {
    path: "/taxii2/holdings/",
    title: "Holdings",
    challenge: 'Basic realm="holdings"',
    admission: ({ party }: { party: string }) => (party === "" ? "unauthenticated" : "admitted"),
    collections: () => [new TableCollection()],
  } as const;
  const { get } = serverUnderTest({ collections: [], roots: [root] });
  for (const path of ["", "collections/", "collections/releases/objects", "nothing/at/all"]) {
    const answer = await get(`${root.path}${path}`, "");
    assert.equal(answer.status, 401);
    assert.equal(answer.headers["www-authenticate"], root.challenge);
    assert.equal(answer.headers["content-type"], TAXII_MEDIA_TYPE);
  }
  assert.deepEqual((await get("/taxii2/", "")).json.api_roots, [ROOT]);
  assert.deepEqual((await get("/taxii2/", "siem")).json.api_roots, [ROOT, root.path]);
  assert.equal((await get(`${root.path}collections/releases/objects`, "siem")).status, 200);
});

test("media type and method are refused as TAXII says; HEAD is a GET without its body", async () => {
  const { collection, objects } = filled();
  const writable = new TableCollection({ id: "w", alias: "drop", canRead: false, canWrite: true });
  const { ask } = serverUnderTest({ collections: [collection, writable] });
  for (const path of ["/taxii2/", ROOT, objects, "/nothing/"]) {
    const answer = await ask("GET", path, { Accept: "application/vnd.oasis.taxii+json; version=2.0" });
    assert.equal(answer.status, 406, path);
    assert.equal(answer.headers["content-type"], TAXII_MEDIA_TYPE);
  }
  const statuses: [string, string, number][] = [
    ["POST", objects, 403],
    ["DELETE", `${objects}${REPORT}/`, 403],
    ["POST", `${ROOT}collections/drop/objects/`, 405],
    ["GET", `${ROOT}collections/drop/objects/`, 403],
    ["GET", `${ROOT}collections/drop/`, 200],
    ["POST", "/taxii2/", 405],
    ["PUT", ROOT, 405],
    ["OPTIONS", objects, 405],
  ];
  for (const [method, path, status] of statuses) assert.equal((await ask(method, path)).status, status, method + path);
  assert.equal((await ask("PUT", ROOT)).headers.allow, "GET, HEAD");
  const head = await ask("HEAD", objects);
  assert.equal(head.text, "");
  assert.deepEqual(head.headers, (await ask("GET", objects)).headers);
});

test("a fault says nothing outside and is heard inside", async () => {
  const faults: unknown[] = [];
  const broken = new TableCollection();
  broken.page = () => Promise.reject(new Error("no such table: entry"));
  const server = createTaxiiServer({
    discovery: { title: "x" },
    roots: [{ path: ROOT, title: "x", collections: () => [broken] }],
    cursorSecret: new Uint8Array(32),
    onFault: (error) => faults.push(error),
  });
  const path = `${ROOT}collections/releases/objects/`;
  const answer = await server.handle({ method: "GET", path, query: "", headers: {} }, { party: "usa" });
  assert.equal(answer.status, 500);
  assert.doesNotMatch(Buffer.from(answer.body).toString(), /table/);
  assert.match(String(faults[0]), /no such table/);
});
