import assert from "node:assert/strict";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { connect, type TLSSocket } from "node:tls";
import { Client } from "undici";
import { admitObjects, OWN } from "#objects";
import { createCertificate, type TlsIdentity } from "./certificate.ts";
import { readKeys } from "./keys.ts";
import { identity, type LinkedNode, makeNode, pair, release, until } from "./test/linked-nodes.ts";

const TAXII = { accept: "application/taxii+json;version=2.1" };
const OBJECTS = "/taxii2/releases/collections/releases/objects/";

let korea: LinkedNode;
let unitedStates: LinkedNode;

before(async () => {
  [korea, unitedStates] = await Promise.all([makeNode("KOR"), makeNode("USA")]);
  await pair(korea, unitedStates);
  await korea.start();
});
after(async () => {
  await Promise.all([korea.close(), unitedStates.close()]);
});

function clientAs(identity: TlsIdentity | undefined): Client {
  const connection = { ...identity, rejectUnauthorized: false, maxCachedSessions: 0 };
  return new Client(`https://127.0.0.1:${korea.peerPort}`, { connect: connection });
}

async function ask(client: Client, path: string, method: "GET" | "POST" = "GET") {
  const { statusCode, headers, body } = await client.request({ method, path, headers: TAXII });
  return { status: statusCode, headers, text: await body.text() };
}

test("a stranger gets 401 and nothing, whatever he asks; the ally's key opens the same addresses", async () => {
  const strangers = [undefined, createCertificate(Date.now(), Buffer.alloc(15, 7))].map(clientAs);
  const ally = clientAs(readKeys(unitedStates.parts.home).tls);
  const paths = ["/taxii2/", OBJECTS, "/entente/1/checkpoint", "/entente/1/entries?from=0", "/entente/1/card"];
  for (const path of paths) {
    for (const stranger of strangers) {
      const { status, text, headers } = await ask(stranger, path);
      assert.deepEqual([status, text, headers.server], [401, "", undefined], path);
    }
    assert.equal((await ask(ally, path)).status, 200, path);
  }
  const nothing = await Promise.all(strangers.map((stranger) => ask(stranger, "/nothing")));
  assert.deepEqual(
    nothing.map(({ status }) => status),
    [401, 401],
  );
  assert.equal((await ask(ally, "/nothing")).status, 404);
  await Promise.all([...strangers, ally].map((client) => client.close()));
});

test("the answer is exactly what was stored, and an unknown id and an unreleased one are the same", async () => {
  const [released, kept] = [identity(), identity({ name: "National" })];
  await release(korea, unitedStates, [released]);
  const objects = [{ object: kept, assigned: [] }];
  await korea.parts.database.write(admitObjects, { origin: OWN, author: null, objects });
  const ally = clientAs(readKeys(unitedStates.parts.home).tls);
  const page = await until(
    () => ask(ally, OBJECTS),
    ({ text }) => text.includes(released.id),
  );
  assert.equal(page.text, `{"more":false,"objects":[${Buffer.from(released.bytes).toString("utf8")}]}`);
  const unreleased = await ask(ally, `${OBJECTS}${kept.id}/`);
  const unknown = await ask(ally, `${OBJECTS}identity--${crypto.randomUUID()}/`);
  assert.deepEqual([unreleased.status, unreleased.text], [unknown.status, unknown.text]);
  assert.equal(unreleased.status, 404);
  const openings = await ask(ally, "/entente/1/openings?from=0");
  assert.ok(openings.text.includes(released.id) && !openings.text.includes(kept.id));
  assert.equal((await ask(ally, "/entente/1/entries?from=-1")).status, 400);
  await ally.close();
});

test("a pin that is removed while a connection is open makes its next request a stranger's", async () => {
  const ally = clientAs(readKeys(unitedStates.parts.home).tls);
  assert.equal((await ask(ally, "/entente/1/checkpoint")).status, 200);
  const { pin } = readKeys(unitedStates.parts.home).tls;
  await korea.alter("update peers set tls_current = 'none' where tls_current = ?", pin);
  assert.equal((await ask(ally, "/entente/1/checkpoint")).status, 401);
  await korea.alter("update peers set tls_current = ? where tls_current = 'none'", pin);
  assert.equal((await ask(ally, "/entente/1/checkpoint")).status, 200);
  await ally.close();
});

test("a session cannot be resumed, and nothing below TLS 1.3 is spoken", async () => {
  const { cert, key } = readKeys(unitedStates.parts.home).tls;
  const options = { host: "127.0.0.1", port: korea.peerPort, cert, key, rejectUnauthorized: false };
  const first = connect(options);
  const session = new Promise<Buffer>((resolve) => first.once("session", resolve));
  await once(first, "secureConnect");
  first.write("GET /entente/1/card HTTP/1.1\r\nHost: x\r\n\r\n");
  await once(first, "data");
  const ticket = await Promise.race([session, new Promise<undefined>((resolve) => setTimeout(resolve, 200))]);
  first.destroy();
  const second: TLSSocket = connect({ ...options, ...(ticket && { session: ticket }) });
  await once(second, "secureConnect");
  assert.equal(second.isSessionReused(), false);
  second.destroy();
  const [error] = await once(connect({ ...options, maxVersion: "TLSv1.2" }), "error");
  assert.match(String((error as Error).message), /protocol version|alert/);
});
