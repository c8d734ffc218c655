import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { createToken, revokeToken } from "./index.ts";
import { type HoldingNode, holdingNode, indicator, indicatorId } from "./test/holding-node.ts";

let node: HoldingNode;
before(async () => {
  node = await holdingNode();
  await node.tool("rwd", ["holdings-red", "holdings-green"], "rwd");
});
after(async () => {
  assert.deepEqual(node.faults, []);
  await node.close();
});

const envelope = (...objects: unknown[]) => JSON.stringify({ objects });
const objectsPath = "collections/holdings-red/objects/";
const post = (body: unknown, as = "rwd", path = objectsPath) => node.ask(path, { as, method: "POST", body });

test("without a token every path is 401 with a challenge, and discovery does not name the root", async () => {
  const paths = ["", "collections/", objectsPath, "status/x/", "nothing/at/all", "/taxii2/holdings"];
  for (const path of paths) {
    for (const method of ["GET", "POST", "DELETE"]) {
      for (const authorization of [undefined, "Basic eDp5", "Bearer x", "Basic !", `Basic ${btoa("other:x")}`]) {
        const answer = await node.ask(path, { method, headers: authorization ? { authorization } : {} });
        assert.equal(answer.status, 401, `${method} ${path}`);
        assert.match(answer.headers.get("www-authenticate") ?? "", /^Basic realm=/);
        assert.equal(answer.headers.get("content-type"), "application/taxii+json;version=2.1");
        assert.equal(answer.json.http_status, "401");
      }
    }
  }
  assert.deepEqual((await node.ask("/taxii2/")).json.api_roots, ["/taxii2/public/"]);
  const roots = ["/taxii2/public/", "/taxii2/holdings/"];
  for (const path of ["/taxii2/", "/taxii2"])
    assert.deepEqual((await node.ask(path, { as: "rwd" })).json.api_roots, roots);
});

test("a token opens by Basic under its own name, or by Bearer, until it is revoked; only its hash is kept", async () => {
  const token = await node.tool("siem", ["holdings-green"], "r");
  const asked = (authorization: string) => node.ask("collections/", { headers: { authorization } });
  assert.equal((await asked(`Bearer ${token}`)).status, 200);
  assert.equal((await asked(`basic ${btoa(`siem:${token}`)}`)).status, 200);
  assert.equal((await asked(`Basic ${btoa(`rwd:${token}`)}`)).status, 401);
  const kept = JSON.stringify(await node.parts.database.accounts.selectFrom("tokens").selectAll().execute());
  assert.equal(kept.includes(token), false);
  await node.parts.database.write(revokeToken, "siem");
  assert.equal((await asked(`Bearer ${token}`)).status, 401);
});

test("rights hold on every path, in any combination, and a collection without any is as if it were not there", async () => {
  await post(envelope(indicator(1), indicator(2)));
  const object = `${objectsPath}${indicatorId(1)}/`;
  const reads = [objectsPath, object, `${object}versions/`, "collections/holdings-red/manifest/"];
  for (const rights of ["r", "w", "d", "rw", "rd", "wd", "rwd"]) {
    const as = `only-${rights}`;
    await node.tool(as, ["holdings-red"], rights);
    for (const path of reads) {
      assert.equal((await node.ask(path, { as })).status, rights.includes("r") ? 200 : 403, `${rights} ${path}`);
    }
    const posted = await post(envelope(indicator(3)), as);
    assert.equal(posted.status, rights.includes("w") ? 202 : 403, rights);
    const absent = `${objectsPath}${indicatorId(99)}/`;
    const deleted = await node.ask(absent, { as, method: "DELETE" });
    // Who may not read must not learn from his deletions what exists.
    assert.equal(deleted.status, rights.includes("d") ? (rights.includes("r") ? 404 : 200) : 403, rights);
    const listed = (await node.ask("collections/", { as })).json.collections;
    assert.deepEqual(
      listed.map(({ alias, can_read, can_write }: Record<string, unknown>) => [alias, can_read, can_write]),
      [["holdings-red", rights.includes("r"), rights.includes("w")]],
    );
    assert.equal((await node.ask("collections/holdings-amber/objects/", { as })).status, 404);
  }
});

test("a post is answered object by object: what is bad is named with its reason, the rest goes in", async () => {
  const bad = [
    { ...indicator(11), pattern: 5 },
    { type: "indicator" },
    7,
    indicator(12, { modified: "2099-01-01T00:00:00.000Z" }),
  ];
  const { status, json, text } = await post(envelope(indicator(10), ...bad));
  assert.equal(status, 202);
  const counts = ["status", "total_count", "success_count", "failure_count", "pending_count"].map((name) => json[name]);
  assert.deepEqual(counts, ["complete", 5, 1, 4, 0]);
  assert.deepEqual(json.successes, [{ id: indicatorId(10), version: "2025-01-01T00:00:00.000Z" }]);
  assert.deepEqual(
    json.failures.map(({ id }: { id: string }) => id),
    [indicatorId(11), "unknown", "unknown", indicatorId(12)],
  );
  assert.match(json.failures[0].message, /objects\[1\].*pattern/);
  assert.match(json.failures[3].message, /quarantine/);
  const again = await node.ask(`status/${json.id}/`, { as: "rwd" });
  assert.deepEqual([again.status, again.text], [200, text]);
  await node.tool("stranger", ["holdings-red"], "rwd");
  const others = await Promise.all(
    [json.id, "00000000-0000-4000-8000-000000000000"].map((id) => node.ask(`status/${id}/`, { as: "stranger" })),
  );
  assert.deepEqual([others[0]?.status, others[0]?.text], [404, others[1]?.text]);
  assert.deepEqual((await node.ask(`${objectsPath}${indicatorId(10)}/`, { as: "rwd" })).json.objects, [indicator(10)]);
});

test("the same again is a success that changes nothing; other content under that version a failure", async () => {
  const rows = () => node.ask(`${objectsPath}?match[id]=${indicatorId(20)}&match[version]=all`, { as: "rwd" });
  const manifest = () => node.ask(`collections/holdings-red/manifest/?match[id]=${indicatorId(20)}`, { as: "rwd" });
  await post(envelope(indicator(20)));
  const before = (await manifest()).text;
  const again = await post(envelope(indicator(20)));
  assert.equal(again.json.success_count, 1);
  assert.equal((await manifest()).text, before);
  const other = await post(envelope(indicator(20, { name: "changed" }), indicator(20, { day: 2 })));
  assert.deepEqual([other.json.success_count, other.json.failure_count], [1, 1]);
  assert.match(other.json.failures[0].message, /same version/);
  assert.deepEqual((await rows()).json.objects, [indicator(20), indicator(20, { day: 2 })]);
});

test("another source's id is answered as a new one, and is not in the collection", async () => {
  await node.admit("source:elsewhere", "clear", indicator(30));
  const taken = await post(envelope(indicator(30, { name: "mine" })));
  const fresh = await post(envelope(indicator(31)));
  const shape = ({ json }: typeof taken) => ({
    ...json,
    id: 0,
    request_timestamp: 0,
    successes: json.successes.length,
  });
  assert.deepEqual(shape(taken), shape(fresh));
  const { json } = await node.ask(`${objectsPath}${indicatorId(30)}/?match[version]=all`, { as: "rwd" });
  assert.deepEqual(json.objects, [indicator(30)]);
});

test("a deletion closes the row here alone; posting it again opens a new one", async () => {
  const ids = [1, 2, 3].map((day) => indicator(40, { day }));
  await post(envelope(...ids));
  const path = `${objectsPath}${indicatorId(40)}/`;
  const versions = async (as = path) => (await node.ask(`${as}versions/`, { as: "rwd" })).json.versions ?? [];
  const remove = (query = "") => node.ask(`${path}${query}`, { as: "rwd", method: "DELETE" });
  const all = ids.map(({ modified }) => modified);
  assert.equal((await remove("?match[version]=last")).status, 200);
  assert.deepEqual(await versions(), all.slice(0, 2));
  assert.equal((await remove(`?match[version]=${all[0]}`)).status, 200);
  assert.equal((await remove(`?match[version]=${all[0]}`)).status, 404);
  assert.deepEqual(await versions(), all.slice(1, 2));
  assert.equal((await remove("?match[spec_version]=2.0")).status, 404);
  for (const query of ["?added_after=2020-01-01T00:00:00Z", "?limit=1", "?match[type]=report", "?match[version]=x"]) {
    assert.equal((await remove(query)).status, 400, query);
  }
  assert.equal((await remove()).status, 200);
  assert.equal((await node.ask(path, { as: "rwd" })).status, 404);
  assert.deepEqual(await versions(path.replace("-red", "-green")), all);
  const [version] = await node.parts.database.objects
    .selectFrom("versions")
    .selectAll()
    .where("id", "=", indicatorId(40))
    .execute();
  assert.ok(version);
  const since = (await node.ask("collections/holdings-red/manifest/?limit=1000", { as: "rwd" })).headers.get(
    "x-taxii-date-added-last",
  );
  assert.equal((await post(envelope(ids[1]))).json.success_count, 1);
  const fresh = await node.ask(`${objectsPath}?added_after=${since}`, { as: "rwd" });
  assert.deepEqual(fresh.json.objects, [ids[1]]);
});

test("a body of the wrong type, coding, size or form is refused, and says how", async () => {
  const headers = (given: Record<string, string>, body: unknown) =>
    node.ask(objectsPath, { as: "rwd", method: "POST", headers: given, body });
  const good = envelope(indicator(50));
  for (const type of [
    "application/json",
    "application/vnd.oasis.stix+json",
    "application/taxii+json;version=2.0",
    "text/plain",
    "x",
  ]) {
    assert.equal((await headers({ "content-type": type }, good)).status, 415, type);
  }
  for (const type of ['application/taxii+json; charset="UTF-8"; version="2.1"', "Application/TAXII+JSON"]) {
    assert.equal((await headers({ "content-type": type }, good)).status, 202, type);
  }
  const zipped = await headers({ "content-encoding": "gzip" }, gzipSync(Buffer.alloc(50_000_000, " ")));
  assert.deepEqual([zipped.status, zipped.headers.get("accept-encoding")], [415, "identity"]);
  for (const body of [
    "",
    "{",
    "[]",
    "{}",
    '{"objects":7}',
    '{"objects":[]}',
    `{"objects":[${good}`,
    '{"objects":[],"objects":[]}',
  ]) {
    const answer = await post(body);
    assert.equal(answer.status, 400, body);
    assert.equal(answer.json.http_status, "400");
  }
  assert.equal((await headers({ accept: "application/vnd.oasis.taxii+json" }, good)).status, 406);
  assert.equal((await node.ask(`${objectsPath}${indicatorId(1)}/`, { as: "rwd", method: "PUT" })).status, 405);
});

test("too large a body is 413, whether its length was said or it comes in chunks, and the client hears it", async () => {
  assert.equal((await post(`{"objects":["${"x".repeat(11 * 1024 * 1024)}"]}`)).status, 413);
  assert.equal((await post(`{"objects":[${"7,".repeat(10_000)}7]}`)).status, 413);
  const token = await node.tool("chunks", ["holdings-red"], "rw");
  const status = await new Promise<number>((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/taxii+json" };
    const sending = request({ port: node.port, path: `/taxii2/holdings/${objectsPath}`, method: "POST", headers });
    sending.on("response", (response) => resolve(response.resume().statusCode ?? 0)).on("error", reject);
    for (let chunk = 0; chunk < 16; chunk += 1) sending.write("x".repeat(1024 * 1024));
    sending.end();
  });
  assert.equal(status, 413);
});

test("a token needs a right and a collection that is there; one that writes a source and a label that fits", async () => {
  const rights = { read: true, write: true, delete: false };
  const good = { name: "new", collections: ["holdings-amber"], rights, source: "Tool", label: "green" } as const;
  const wrong = [
    { ...good, name: "a:b" },
    { ...good, name: "rwd" },
    { ...good, collections: ["holdings-blue"] },
    { ...good, rights: { read: false, write: false, delete: false } },
    { ...good, source: "own" },
    { ...good, label: null },
    { ...good, label: "red" },
  ] as const;
  for (const input of wrong) {
    await assert.rejects(node.parts.database.write(createToken, input), /./, JSON.stringify(input));
  }
  assert.match((await node.parts.database.write(createToken, good)).token, /^[\w-]{43}$/);
});

test("hostile objects fail one by one, each with its reason, and the node goes on", async () => {
  const whole = JSON.stringify(indicator(60));
  const hostile: [string, RegExp][] = [
    [`${"[".repeat(10_000)}${"]".repeat(10_000)}`, /deep|nest|level/i],
    [whole.replace("{", '{"__proto__":{"x":1},'), /__proto__/],
    [whole.replace("{", '{"x_1":NaN,'), /./],
    [whole.replace("{", '{"name":"twice",'), /name/],
    [whole.replace("{", '{"x_1":12345678901234567890,'), /./],
    [whole.replace("Indicator 60", "\\ud800"), /surrogate/i],
    [whole.replace("{", `{"x_1":"${"x".repeat(9 * 1024 * 1024)}",`), /./],
  ];
  for (const [text, reason] of hostile) {
    const { status, json } = await post(`{"objects":[${text},${JSON.stringify(indicator(61))}]}`);
    assert.deepEqual([status, json?.failure_count, json?.success_count], [202, 1, 1], text.slice(0, 60));
    assert.match(json.failures[0].message, reason, text.slice(0, 60));
  }
  assert.equal((await node.ask(`${objectsPath}${indicatorId(60)}/`, { as: "rwd" })).status, 404);
});
