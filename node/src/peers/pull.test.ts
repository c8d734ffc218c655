import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { millisecondTimestamp } from "@entente/stix";
import { fromPeer, headOf } from "#objects";
import { logHead } from "#release";
import { checkLedger } from "./check-ledger.ts";
import { link } from "./link.ts";
import { identity, type LinkedNode, makeNode, pair, release, until } from "./test/linked-nodes.ts";

let korea: LinkedNode;
let unitedStates: LinkedNode;

beforeEach(async () => {
  [korea, unitedStates] = await Promise.all([makeNode("KOR"), makeNode("USA", { pullEveryMs: 200 })]);
  await pair(korea, unitedStates);
  await korea.start({ wakeUp: false });
});
afterEach(async () => {
  await Promise.all([korea.close(), unitedStates.close()]);
});

const log = () => `${korea.parts.ownParty.id}/${unitedStates.parts.ownParty.id}`;
const db = () => unitedStates.parts.database.objects;
const received = () =>
  db().selectFrom("versions").select("id").where("origin", "=", fromPeer(korea.parts.ownParty.id)).execute();
const quarantined = async () => {
  const rows = await db().selectFrom("quarantine").select(["id", "reason"]).execute();
  return rows.map(({ id, reason }) => `${reason} ${id}`);
};
const state = () => link(db(), { nowMs: Date.now(), pullEveryMs: 200 });

/** Released, and all in the view of the ally, whose node is not there yet. */
async function releaseAll(objects: ReturnType<typeof identity>[]): Promise<void> {
  await release(korea, unitedStates, objects);
  const size = () => logHead(korea.parts.database.objects, log());
  await until(size, (head) => head.size === 1 + objects.length);
}

test("what was released while the ally was down arrives on its return, in pages, once", async () => {
  const objects = Array.from({ length: 450 }, () => identity());
  await releaseAll(objects);
  await unitedStates.start();
  await until(received, (rows) => rows.length === 451);
  // As after a crash between a commit and whatever came next: asked for again, taken in once.
  await unitedStates.alter("update peers set cursor = null");
  const later = identity();
  await release(korea, unitedStates, [later]);
  await until(received, (rows) => rows.length === 452);
  const { theirs } = await checkLedger(db());
  assert.deepEqual(theirs, { ok: true, entries: 452, problems: [] });
});

test("an entry that was altered is found: nothing of the log is kept, and a person sees it", async () => {
  await releaseAll([identity(), identity()]);
  const { bytes } = await korea.parts.database.objects
    .selectFrom("entries")
    .select("bytes")
    .where("log", "=", log())
    .where("entry", "=", 1)
    .executeTakeFirstOrThrow();
  const altered = Buffer.from(bytes);
  const place = altered.indexOf('"subject":"') + 11;
  altered[place] = altered[place] === 0x61 ? 0x62 : 0x61;
  await korea.alter("update entries set bytes = ? where log = ? and entry = 1", altered, log());
  await unitedStates.start();
  const broken = await until(state, (answer) => answer?.state === "broken");
  assert.match(broken?.error ?? "", /root/);
  assert.equal(broken?.theirs.size, 0);
  assert.equal((await received()).length, 1);
  assert.match((await checkLedger(korea.parts.database.objects)).ours.problems.join(), /entry 1/);

  await korea.alter("update entries set bytes = ? where log = ? and entry = 1", bytes, log());
  await until(received, (rows) => rows.length === 3);
  assert.equal((await until(state, (answer) => answer?.error === null))?.state, "in-contact");
});

test("an object without proof waits, the others arrive; with its proof it is admitted by itself", async () => {
  const [proven, unproven] = [identity(), identity()];
  await releaseAll([proven, unproven]);
  const { opening } = await korea.parts.database.objects
    .selectFrom("views")
    .select("opening")
    .where("id", "=", unproven.id)
    .executeTakeFirstOrThrow();
  await korea.alter("update views set opening = ? where id = ?", Buffer.alloc(32), unproven.id);
  await unitedStates.start();
  await until(quarantined, (rows) => rows.length === 1);
  assert.deepEqual(await quarantined(), [`unproven ${unproven.id}`]);
  assert.deepEqual((await received()).map(({ id }) => id).sort(), [korea.parts.ownParty.id, proven.id].sort());
  await until(state, (answer) => answer?.state === "broken");

  await korea.alter("update views set opening = ? where id = ?", opening, unproven.id);
  await until(received, (rows) => rows.length === 3);
  assert.deepEqual(await quarantined(), []);
  await until(state, (answer) => answer?.state === "in-contact");
});

test("what cannot be read is kept as it came, and blocks nothing", async () => {
  const [readable, broken] = [identity(), identity()];
  await releaseAll([broken, readable]);
  await korea.alter("update versions set bytes = ? where id = ?", Buffer.from('{"type":"identity"}'), broken.id);
  await unitedStates.start();
  await until(received, (rows) => rows.some(({ id }) => id === readable.id));
  assert.deepEqual(await quarantined(), ["object-invalid unreadable"]);
});

test("an object from a clock that runs ahead waits until its time has come", async () => {
  korea.setAhead(3_600_000);
  const object = identity({ modified: millisecondTimestamp(Date.now() + 3_590_000) });
  await releaseAll([object]);
  await unitedStates.start();
  await until(quarantined, (rows) => rows.length === 1);
  assert.deepEqual(await quarantined(), [`version-in-the-future ${object.id}`]);
  unitedStates.setAhead(3_600_000);
  await until(
    () => headOf(db(), object.id),
    (version) => version !== undefined,
  );
  assert.deepEqual(await quarantined(), []);
});

test("who answers with another key is not the ally", async () => {
  await unitedStates.alter("update peers set tls_current = ?", "0".repeat(64));
  await unitedStates.start();
  const broken = await until(state, (answer) => answer?.state === "broken");
  assert.match(broken?.error ?? "", /does not hold the key/);
});
