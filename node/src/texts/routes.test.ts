import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { type App, publicListener } from "#http";
import { groundworkOfKorea } from "../../../demo/mechanism/index.ts";
import type { JointTextPage, Person } from "../http/api.ts";
import { textsRoutes } from "./routes.ts";
import { draft, inSeconds, signerOf } from "./test/acts.ts";
import { admit, exchange, type TestNode, twoNodes } from "./test/two-nodes.ts";

let nodes: Awaited<ReturnType<typeof twoNodes>>;
let id: string;
const apps = new Map<TestNode, App>();
/** Who is signed in: accounts has its own tests. */
let person: Person;

before(async () => {
  nodes = await twoNodes();
  const { korea, usa } = nodes;
  const groundwork = groundworkOfKorea({ author: korea.party.id, at: new Date().toISOString() });
  await admit(korea, "own", groundwork);
  const ids = groundwork.map((object) => String(object.id));
  await korea.parts.releases.decide({ party: usa.party.id, ids, reason: "The mechanism", first: korea.first });
  await exchange(korea, usa);
  id = await draft(korea, "CCWG-8/JS/1");
  for (const node of [korea, usa]) {
    const identify = async (request: { person: Person }) => {
      request.person = person;
    };
    const parts = { ...node.parts, signer: signerOf(node) };
    apps.set(node, await publicListener(node.parts, { identify, routes: [(app) => textsRoutes(app, parts)] }));
  }
});
after(async () => {
  for (const app of apps.values()) await app.close();
  await nodes.remove();
});

async function ask(node: TestNode, as: Person, method: "GET" | "POST" | "PUT", path: string, body?: object) {
  person = as;
  const headers = { host: "127.0.0.1", origin: "http://127.0.0.1" };
  const url = `/api/texts${path}`;
  const answer = await apps.get(node)!.inject({ method, url, headers, ...(body ? { payload: body } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}

test("over HTTP: each act answers with the page, and each refusal with code, place and remedy", async () => {
  const { korea, usa } = nodes;
  const page = async (node: TestNode, as = node.first): Promise<JointTextPage> =>
    (await ask(node, as, "GET", `/${id}`)).body;
  const [first] = (await page(korea)).paragraphs;
  const put = (texts: object) =>
    ask(korea, korea.analyst, "PUT", `/${id}/paragraphs/${first?.paragraph}`, { digest: first?.digest, texts });
  const bad = await put({ en: "Trailing ", ko: "글." });
  assert.deepEqual([bad.status, bad.body.code], [422, "text-not-canonical"]);
  assert.ok(bad.body.remedy);
  assert.deepEqual(
    bad.body.errors.map(({ path }: { path: string }) => path),
    ["body/texts/en"],
  );
  assert.equal((await put({ en: "x".repeat(20_001), ko: "글." })).body.code, "input-invalid");
  const edited = await put({ en: "0. Text.", ko: "0. 글." });
  assert.deepEqual([edited.status, edited.body.paragraphs[0].texts.en], [200, "0. Text."]);
  assert.deepEqual([(await put({ en: "1.", ko: "1." })).status], [409], "the digest is that of the revision before");

  assert.equal((await ask(korea, korea.analyst, "POST", `/${id}/table`)).status, 403);
  assert.equal((await ask(korea, korea.first, "POST", `/${id}/table`)).body.state, "tabled");
  await exchange(korea, usa);
  const digests = (await page(usa)).paragraphs.map(({ digest }) => digest);
  assert.equal((await ask(usa, usa.analyst, "POST", `/${id}/accept`, { digests })).status, 403);
  const stale = await ask(usa, usa.first, "POST", `/${id}/accept`, { digests: [first?.digest] });
  assert.deepEqual([stale.status, stale.body.code], [409, "edited-meanwhile"]);
  assert.equal((await ask(usa, usa.first, "POST", `/${id}/accept`, { digests })).body.state, "agreed");
  await exchange(usa, korea);
  const { manifest } = await page(korea);
  const seen = { manifest: manifest?.sha256 };
  assert.equal((await ask(korea, korea.first, "POST", `/${id}/sign`, { manifest: "0".repeat(64) })).status, 409);
  assert.equal((await ask(korea, korea.first, "POST", `/${id}/sign`, seen)).body.state, "signed-by-us");
  assert.equal((await ask(usa, usa.first, "POST", `/${id}/sign`, seen)).status, 200);
  await exchange(korea, usa);
  await exchange(usa, korea);
  const publish = (as: Person, seconds: number) =>
    ask(korea, as, "POST", `/${id}/publish`, { ...seen, instant: inSeconds(seconds) });
  const same = await publish(korea.first, 70);
  assert.deepEqual([same.status, same.body.code, Boolean(same.body.remedy)], [403, "second-person-refused", true]);
  assert.equal((await publish(korea.second, 59)).body.code, "instant-too-early");
  const published = await publish(korea.second, 70);
  assert.deepEqual([published.status, published.body.acts.publish.why], [200, "waits-for-publication-of-other-side"]);

  const list = await ask(korea, korea.analyst, "GET", "");
  assert.deepEqual([list.body.length, list.body[0].state], [1, "signed"]);
  assert.equal((await ask(korea, korea.first, "GET", `/${id.replace(/.$/, "x")}`)).status, 400);
  const unknown = await ask(korea, korea.first, "GET", "/entente-joint-text--00000000-0000-4000-8000-000000000000");
  assert.deepEqual([unknown.status, unknown.body.code], [404, "object-unknown"]);
});
