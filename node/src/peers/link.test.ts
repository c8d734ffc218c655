import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { verifyReceipt } from "@entente/notes";
import { TLP_MARKING } from "@entente/stix";
import { fromPeer, headOf } from "#objects";
import { parseCardFile, provenCard } from "./card-file.ts";
import { checkLedger } from "./check-ledger.ts";
import { exchange } from "./exchange.ts";
import { ownCard, pairWithCard, proofsOf } from "./index.ts";
import { readKeys } from "./keys.ts";
import { link } from "./link.ts";
import { receiptFor } from "./receipt.ts";
import { identity, type LinkedNode, makeNode, pair, release, until } from "./test/linked-nodes.ts";

let korea: LinkedNode;
let unitedStates: LinkedNode;

before(async () => {
  [korea, unitedStates] = await Promise.all([makeNode("KOR"), makeNode("USA")]);
  await pair(korea, unitedStates);
  await Promise.all([korea.start(), unitedStates.start()]);
});
after(async () => {
  await Promise.all([korea.close(), unitedStates.close()]);
});

const held = ({ parts }: LinkedNode, id: string) => headOf(parts.database.objects, id);

test("what one releases is admitted at the other, with its label and its proof, and never comes back", async () => {
  for (let round = 0; round < 5; round += 1) {
    const object = identity();
    await release(korea, unitedStates, [object]);
    const there = await until(
      () => held(unitedStates, object.id),
      (version) => version !== undefined,
    );
    assert.equal(there?.origin, fromPeer(korea.parts.ownParty.id));
    assert.equal(there?.digest, object.digest);
    assert.deepEqual(JSON.parse(there?.assigned ?? ""), [TLP_MARKING.green]);
    const [proof] = await proofsOf(unitedStates.parts.database.objects, object.id, Date.now() * 1000);
    assert.equal(proof?.party?.short, "KOR");
    const back = unitedStates.parts.releases.dryRun({ party: korea.parts.ownParty.id, ids: [object.id] });
    assert.deepEqual((await back).judgements[0]?.reasons[0]?.rule, "R7");
  }
});

test("both sides' books agree, and say what they hold", async () => {
  const db = unitedStates.parts.database.objects;
  const book = await exchange(db, readKeys(unitedStates.parts.home));
  const theirs = await exchange(korea.parts.database.objects, readKeys(korea.parts.home));
  assert.equal(book?.theirs.root, theirs?.ours.root);
  assert.equal(book?.theirs.checkpoint, theirs?.ours.checkpoint);
  assert.equal(book?.theirs.entries.at(-1)?.kind, "card");
  assert.match(book?.theirs.entries[0]?.title ?? "", /^Unit /);
  const now = { nowMs: Date.now(), pullEveryMs: 60_000 };
  const state = await until(
    () => link(db, now),
    (answer) => answer?.state === "in-contact",
  );
  assert.ok((state?.lagMs ?? -1) >= 0);
  assert.equal(state?.toTakeIn, 0);
});

test("a receipt from either node proves the release by the writer's root key", async () => {
  const object = identity();
  await release(korea, unitedStates, [object]);
  await until(
    () => held(unitedStates, object.id),
    (version) => version !== undefined,
  );
  const root = provenCard(parseCardFile(await ownCard(korea.parts))).root;
  const log = `${korea.parts.ownParty.id}/${unitedStates.parts.ownParty.id}`;
  for (const { parts } of [korea, unitedStates]) {
    const receipt = await receiptFor({ ...parts, keys: readKeys(parts.home) }, { id: object.id, log });
    const proven = verifyReceipt(receipt, [{ party: korea.parts.ownParty.id, publicKey: root.publicKey }]);
    assert.equal(proven.object.id, object.id);
    assert.throws(() => verifyReceipt(receipt.replace(object.id.slice(-12), "000000000000"), []));
  }
});

test("the ledger checks at both nodes; pairing again with the same card changes nothing", async () => {
  for (const node of [korea, unitedStates]) {
    const { ours, theirs } = await checkLedger(node.parts.database.objects);
    assert.deepEqual([...ours.problems, ...theirs.problems], []);
    assert.deepEqual(node.faults, []);
  }
  const before = await checkLedger(korea.parts.database.objects);
  const again = await pairWithCard(korea.parts, await ownCard(unitedStates.parts));
  assert.equal(again.changed, false);
  assert.equal((await checkLedger(korea.parts.database.objects)).ours.entries, before.ours.entries);
});

test("a flipped byte in an entry, an opening, a label, a time or an object is found", async () => {
  const flips = [
    [korea, "entries", "bytes", "entry = 1", replacing('decision":"', 'decision":"0')],
    [korea, "views", "opening", "entry = 1", () => Buffer.alloc(32)],
    [korea, "views", "date_added", "entry = 1", (value: unknown) => Number(value) - 1],
    [unitedStates, "entries", "subject", "entry = 1", (value: unknown) => `x${String(value).slice(1)}`],
    [unitedStates, "peer_openings", "labels", "entry = 1", () => "[]"],
    [unitedStates, "peers", "checkpoint", "true", (value: unknown) => String(value).replace("/identity", "/identitz")],
    [unitedStates, "versions", "bytes", "title = 'Unit 1'", replacing("Unit", "Unix")],
  ] as const;
  for (const [node, table, column, where, change] of flips) {
    const db = node.parts.database.objects;
    const kept = (await node.read(`select ${column} from ${table} where ${where}`)) as string | number | Uint8Array;
    const set = (value: string | number | Uint8Array) =>
      node.alter(`update ${table} set ${column} = ? where ${where}`, value);
    await set(change(kept));
    const { ours, theirs } = await checkLedger(db);
    assert.equal((node === korea ? ours : theirs).ok, false, `${table}.${column}`);
    await set(kept);
    const after = await checkLedger(db);
    assert.deepEqual([...after.ours.problems, ...after.theirs.problems], []);
  }
});

function replacing(from: string, to: string) {
  return (bytes: unknown) =>
    Buffer.from(
      Buffer.from(bytes as Uint8Array)
        .toString("utf8")
        .replaceAll(from, to),
    );
}

test("the own card, a forged card and an older card are refused", async () => {
  const card = await ownCard(unitedStates.parts);
  await assert.rejects(pairWithCard(korea.parts, await ownCard(korea.parts)), { code: "card-invalid" });
  await assert.rejects(pairWithCard(korea.parts, card.replace("Nation USA", "Nation UXA")), { code: "card-invalid" });
  const moved = { ...unitedStates.parts.configuration.peer, address: "https://127.0.0.1:9" };
  const configuration = { ...unitedStates.parts.configuration, peer: moved };
  const newer = await ownCard({ ...unitedStates.parts, configuration });
  const elsewhere = await makeNode("FRA");
  try {
    await pairWithCard(elsewhere.parts, newer);
    await assert.rejects(pairWithCard(elsewhere.parts, card), { code: "card-outdated" });
  } finally {
    await elsewhere.close();
  }
});
