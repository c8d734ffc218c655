import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accountsRoutes, addPerson, makeSignInLink, requirePerson } from "#accounts";
import { type App, publicListener } from "#http";
import {
  admitObjects,
  fromPeer,
  headOf,
  type Origin,
  OWN,
  objectOf,
  type ReadObject,
  readObject,
  readOwnObject,
} from "#objects";
import { ownCard, pairWithCard, signerOf } from "#peers";
import { sessionsRoutes } from "#sessions";
import { textsRoutes } from "#texts";
import { readThread, threadsRoutes } from "#threads";
import { historyByKorea, historyByUnitedStates } from "../../../../demo/mechanism/history-statements.ts";
import { groundworkOfKorea, objectsOfUnitedStates } from "../../../../demo/mechanism/index.ts";
import { type DemoParty, KOREA, UNITED_STATES } from "../../../../demo/parties.ts";
import { testDatabase } from "../../../../test/storage/test-database.ts";
import { initHome } from "../../init-home.ts";
import { type OpenNode, openNode } from "../../open-node.ts";

type Role = "analyst" | "releasing-officer";
type Answered = { readonly status: number; readonly body: ReturnType<typeof JSON.parse> };

export type TestNode = OpenNode & {
  readonly app: App;
  /** Signs a person in by a real link, and asks as them. */
  as(role: Role): Promise<(method: "GET" | "POST", path: string, body?: object) => Promise<Answered>>;
};

/** Korea and the United States with the mechanism of the demonstration, each holding what the other has released. */
export async function withTwoNodes(run: (korea: TestNode, unitedStates: TestNode) => Promise<void>): Promise<void> {
  const homes = [mkdtempSync(join(tmpdir(), "entente-kor-")), mkdtempSync(join(tmpdir(), "entente-usa-"))] as const;
  const korea = await open(homes[0], KOREA);
  const unitedStates = await open(homes[1], UNITED_STATES);
  try {
    await pairWithCard(korea, await ownCard(unitedStates));
    await pairWithCard(unitedStates, await ownCard(korea));
    const at = "2026-01-01T00:00:00.000Z";
    await write(korea, groundworkOfKorea({ author: KOREA.id, at }));
    await cross(korea, unitedStates);
    const byUnitedStates = { author: UNITED_STATES.id, at };
    const attributionsApart = objectsOfUnitedStates(byUnitedStates).filter(({ field }) => field !== "attribution");
    await write(unitedStates, [...attributionsApart.filter(({ type }) => type !== "entente-statement")]);
    await write(unitedStates, historyByUnitedStates(byUnitedStates));
    await cross(unitedStates, korea);
    await write(korea, historyByKorea({ author: KOREA.id, at }));
    await cross(korea, unitedStates);
    await run(korea, unitedStates);
  } finally {
    for (const node of [korea, unitedStates]) {
      await node.app.close();
      await node.releases.stop();
      await node.close();
    }
    for (const home of homes) rmSync(home, { recursive: true });
  }
}

async function open(home: string, party: DemoParty): Promise<TestNode> {
  const identity = { id: party.id, name: party.names.en };
  const { nation, names } = party;
  const database = await testDatabase();
  await initHome({ home, name: names.en, nation, port: 0, identity, demonstration: true, database });
  const node = await openNode({ home });
  await node.releases.start();
  const parts = { ...node, signer: signerOf(node), threadOf: readThread };
  const app = await publicListener(parts, {
    identify: requirePerson(parts),
    routes: [accountsRoutes, sessionsRoutes, threadsRoutes, textsRoutes].map(
      (routes) => (server) => routes(server, parts),
    ),
  });
  return { ...node, app, as: (role) => signedIn(node, app, role) };
}

async function signedIn(node: OpenNode, app: App, role: Role): ReturnType<TestNode["as"]> {
  const headers = { host: "localhost", origin: "http://localhost" };
  const person = await node.database.write(addPerson, { function: role, role });
  const { token } = await node.database.write(makeSignInLink, person.function);
  const { cookies } = await app.inject({ method: "POST", url: "/api/sign-in", headers, payload: { token } });
  const cookie = Object.fromEntries(cookies.map(({ name, value }) => [name, value]));
  return async (method, url, payload) => {
    const body = payload ? { payload } : {};
    const answer = await app.inject({ method, url, headers, cookies: cookie, ...body });
    return { status: answer.statusCode, body: answer.json() };
  };
}

/** Own people write objects, and release them to the other party. */
async function write(node: OpenNode, objects: readonly object[]): Promise<void> {
  const read = objects.map((object) => ({ object: readOwnObject(object as never), assigned: [] }));
  await node.database.write(admitObjects, { origin: OWN, author: null, objects: read });
  const [peer] = await node.database.objects
    .selectFrom("parties")
    .select("party")
    .where("party", "!=", "PUBLIC")
    .execute();
  const ids = read.map(({ object }) => object.id);
  const first = { id: "p", function: "Releasing officer" };
  await node.releases.decide({ party: peer?.party ?? "", ids, reason: "The mechanism", first });
}

/** What stands in the view for the other party arrives there, in the order of its release: the link without a network. */
export async function cross(from: OpenNode, to: OpenNode): Promise<void> {
  await settled(from);
  const rows = await from.database.objects
    .selectFrom("views")
    .innerJoin("versions", "versions.version_id", "views.version_id")
    .select("versions.bytes")
    .where("views.party", "=", to.ownParty.id)
    .orderBy("views.sequence")
    .execute();
  const objects = rows.map(({ bytes }) => ({ object: readObject(Uint8Array.from(bytes)), assigned: [] }));
  await to.database.write(admitObjects, { origin: fromPeer(from.ownParty.id), author: null, objects });
}

async function settled({ database }: OpenNode): Promise<void> {
  const running = database.objects.selectFrom("decisions").select("decision").where("state", "=", "running");
  for (const end = Date.now() + 10_000; await running.executeTakeFirst(); ) {
    if (Date.now() > end) throw new Error("a decision is still running");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The next version of an object, as its writer would save it. */
export async function nextVersion(node: OpenNode, id: string, changes: object): Promise<ReadObject> {
  const head = await headOf(node.database.objects, id);
  if (!head) throw new Error(`${id} is not here`);
  const object = objectOf<{ modified: string }>(head);
  const modified = new Date(Date.parse(object.modified) + 1).toISOString();
  return readOwnObject({ ...object, ...changes, modified });
}

export async function admit(node: OpenNode, origin: Origin, object: ReadObject): Promise<void> {
  await node.database.write(admitObjects, { origin, author: null, objects: [{ object, assigned: [] }] });
}
