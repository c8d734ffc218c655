import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "@entente/stix";
import { admitObjects, fromPeer, type Origin, readObject } from "#objects";
import { ownCard, pairWithCard } from "#peers";
import { type DemoParty, KOREA, UNITED_STATES } from "../../../../demo/parties.ts";
import { testDatabase } from "../../../../test/storage/test-database.ts";
import type { Person } from "../../http/api.ts";
import { initHome } from "../../init-home.ts";
import { type OpenNode, openNode } from "../../open-node.ts";

/** A node of the tests: real data folder, real writer, no listener. What it releases is carried over by `exchange`. */
export type TestNode = {
  readonly party: DemoParty;
  readonly home: string;
  parts: OpenNode;
  readonly first: Person;
  readonly second: Person;
  readonly analyst: Person;
  /** How far the ally has taken in what this node released. */
  carried: number;
};

const person = (short: string, name: string, role: Person["role"]): Person => ({
  id: `${short}-${name}`,
  function: `${short} ${name}`,
  role,
});

export async function twoNodes(): Promise<{ korea: TestNode; usa: TestNode; remove(): Promise<void> }> {
  const place = mkdtempSync(join(tmpdir(), "entente-texts-"));
  const korea = await newNode(place, KOREA);
  const usa = await newNode(place, UNITED_STATES);
  await pairWithCard(korea.parts, await ownCard(usa.parts));
  await pairWithCard(usa.parts, await ownCard(korea.parts));
  const remove = async () => {
    for (const node of [korea, usa]) await stop(node);
    rmSync(place, { recursive: true });
  };
  return { korea, usa, remove };
}

async function newNode(place: string, party: DemoParty): Promise<TestNode> {
  const home = join(place, party.short);
  const { id, short, names, port, peerPort, host } = party;
  const database = await testDatabase();
  await initHome({
    home,
    name: names.en,
    nation: short,
    port,
    peerPort,
    host,
    identity: { id, name: names.en },
    database,
  });
  const parts = await openNode({ home });
  await parts.releases.start();
  const [first, second, analyst] = [
    person(short, "first", "releasing-officer"),
    person(short, "second", "releasing-officer"),
    person(short, "analyst", "analyst"),
  ];
  return { party, home, parts, first, second, analyst, carried: 0 };
}

/** Ends a node, as a stop would; what it had not carried out yet stays undone. */
export async function stop(node: TestNode): Promise<void> {
  await node.parts.releases.stop();
  await node.parts.close();
}

export async function restart(node: TestNode): Promise<void> {
  node.parts = await openNode({ home: node.home });
  await node.parts.releases.start();
}

/** Takes in objects as an origin hands them in. */
export async function admit(node: TestNode, origin: Origin, objects: readonly JsonObject[]): Promise<void> {
  const read = objects.map((object) => ({ object: readObject(Buffer.from(JSON.stringify(object))), assigned: [] }));
  const author = origin === "own" ? node.analyst.id : null;
  await node.parts.database.write(admitObjects, { origin, author, objects: read });
}

/** Carries over what a node has released to the other and not carried over yet, in the order of its log. */
export async function exchange(from: TestNode, to: TestNode): Promise<number> {
  await carriedOut(from);
  const rows = await from.parts.database.objects
    .selectFrom("views")
    .innerJoin("versions", "versions.version_id", "views.version_id")
    .select(["views.sequence", "versions.bytes"])
    .where("views.party", "=", to.party.id)
    .where("views.sequence", ">", from.carried)
    .orderBy("views.sequence")
    .execute();
  from.carried = rows.at(-1)?.sequence ?? from.carried;
  const objects = rows.map(({ bytes }) => ({ object: readObject(bytes), assigned: [] }));
  const origin = fromPeer(from.party.id);
  if (objects.length > 0) await to.parts.database.write(admitObjects, { origin, author: null, objects });
  return objects.length;
}

/** Waits until every decision that may be carried out by now is. */
export async function carriedOut(node: TestNode): Promise<void> {
  await until(async () => {
    const due = await node.parts.database.objects
      .selectFrom("decisions")
      .select("decision")
      .where("state", "=", "running")
      .where((where) => where.or([where("not_before", "is", null), where("not_before", "<=", Date.now() * 1000)]))
      .execute();
    return due.length === 0;
  });
}

export async function until(holds: () => Promise<boolean>, timeoutMs = 10_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error("what was waited for did not come");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
