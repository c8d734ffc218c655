import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import test from "node:test";
import { digestOf, TLP_MARKING } from "@entente/stix";
import { signCheckpoint } from "../checkpoint.ts";
import { rootOfLeaves } from "../merkle/frontier.ts";
import { inclusionProof } from "../merkle/proofs.ts";
import { generateSigningKey } from "../note/key.ts";
import { type NodeCard, parseCard, signCard, verifyCard } from "./card.ts";
import { entryBytes, entryHash, entryOf, type LedgerEntry, parseEntry } from "./entry.ts";
import { logOrigin } from "./party.ts";
import { type Receipt, receiptText } from "./receipt.ts";
import { cardSubject, setDigest, setSubject, subjectOf } from "./subject.ts";
import { verifyReceipt } from "./verify-receipt.ts";

const KOREA = "identity--0f9d3a52-8f04-4a4e-9a5c-1c5d3f6f0b01";
const USA = "identity--5a1c7f0e-64d3-4c55-8d25-7e0a9a9d4c02";
const ENTRY: LedgerEntry = {
  kind: "release",
  party: USA,
  time: "2023-05-08T01:02:03.000004Z",
  decision: "000102030405060708090a0b0c0d0e0f",
  subject: "ab".repeat(32),
};

test("an entry is its canonical JSON, and no other spelling is one", () => {
  const leaf = entryBytes(ENTRY);
  assert.equal(
    leaf.toString(),
    `{"decision":"${ENTRY.decision}","kind":"release","party":"${USA}","subject":"${ENTRY.subject}","time":"${ENTRY.time}"}`,
  );
  assert.deepEqual(parseEntry(leaf), ENTRY);
  assert.throws(() => parseEntry(Buffer.from(JSON.stringify(ENTRY))), { code: "entry-invalid" });
  assert.throws(() => parseEntry(Buffer.from(`${leaf} `)), { code: "entry-invalid" });
  assert.throws(() => parseEntry(Buffer.from(leaf.toString().replace("{", '{"kind":"card",'))), { kind: "malformed" });
});

test("what is no entry is refused", () => {
  assert.deepEqual(entryOf({ ...ENTRY, party: "PUBLIC" }).party, "PUBLIC");
  const { subject: _, ...without } = ENTRY;
  const wrong = [
    { ...ENTRY, kind: "released" },
    { ...ENTRY, by: "a person" },
    without,
    { ...ENTRY, party: "public" },
    { ...ENTRY, party: USA.toUpperCase() },
    { ...ENTRY, time: "2023-05-08T01:02:03.004Z" },
    { ...ENTRY, time: "2023-05-08T01:02:03.000004+00:00" },
    { ...ENTRY, time: "2023-02-30T01:02:03.000004Z" },
    { ...ENTRY, time: "9999-05-08T01:02:03.000004Z" },
    { ...ENTRY, decision: "00" },
    { ...ENTRY, decision: ENTRY.decision.toUpperCase() },
    { ...ENTRY, subject: null },
    [],
    null,
  ];
  for (const value of wrong) assert.throws(() => entryOf(value), { code: "entry-invalid" }, JSON.stringify(value));
});

test("a subject is computed as written, and every part of it counts", () => {
  const id = "ipv4-addr--ff26c055-6336-5bc5-b98d-13d6226742dd";
  const hidden = {
    opening: "01".repeat(32),
    id,
    modified: null,
    digest: "cd".repeat(32),
    labels: ["b", "a"].map(marking),
  };
  const expected = createHash("sha256")
    .update(Buffer.alloc(32, 1))
    .update(`["${id}",null,"${hidden.digest}",["${marking("a")}","${marking("b")}"]]`)
    .digest("hex");
  assert.equal(subjectOf(hidden), expected);
  assert.equal(subjectOf({ ...hidden, labels: hidden.labels.toReversed() }), expected);
  const others = [
    { ...hidden, opening: "02".repeat(32) },
    { ...hidden, modified: "2023-05-08T00:00:00.000Z" },
    { ...hidden, digest: "ce".repeat(32) },
    { ...hidden, labels: [marking("a")] },
  ];
  assert.equal(new Set([expected, ...others.map(subjectOf)]).size, 5);
  assert.throws(() => subjectOf({ ...hidden, labels: [marking("a"), marking("a")] }), { code: "subject-invalid" });
  assert.throws(() => subjectOf({ ...hidden, opening: "01" }), { code: "subject-invalid" });
});

function marking(letter: string): string {
  return `marking-definition--${letter.repeat(8)}-0000-4000-8000-000000000000`;
}

test("a set's subject names its objects in whatever order they come", () => {
  const objects = [
    { id: "tool--2", version: "2023-01-01T00:00:00.000Z", digest: "22".repeat(32) },
    { id: "tool--1", version: "2023-01-01T00:00:00.000Z", digest: "11".repeat(32) },
  ];
  const sha256 = setDigest(objects);
  assert.equal(sha256, setDigest(objects.toReversed()));
  const lines = `tool--1 2023-01-01T00:00:00.000Z ${"11".repeat(32)}\ntool--2 2023-01-01T00:00:00.000Z ${"22".repeat(32)}\n`;
  assert.equal(sha256, createHash("sha256").update(lines).digest("hex"));
  const set = { publisher: "MITRE", name: "ATT&CK", version: "18.1", count: 2, sha256 };
  assert.equal(setSubject(set), digestOf(set));
  assert.notEqual(setSubject({ ...set, count: 3 }), setSubject(set));
});

const root = generateSigningKey();
const signing = generateSigningKey();
const CARD: NodeCard = {
  party: { type: "identity", spec_version: "2.1", id: KOREA, name: "Korea" },
  nations: ["KR"],
  number: 1,
  keys: {
    signing: signing.publicKey.toString("base64"),
    witness: generateSigningKey().publicKey.toString("base64"),
    tls: ["ef".repeat(32), null],
  },
  addresses: ["https://kor.example:8001"],
  expires: "2024-05-08T00:00:00Z",
};

test("a card is proven by the root key alone", () => {
  const note = signCard(CARD, root.privateKey);
  assert.deepEqual(parseCard(note), CARD);
  assert.deepEqual(verifyCard(note, root.publicKey), CARD);
  assert.equal(cardSubject(note), createHash("sha256").update(note).digest("hex"));
  assert.throws(() => verifyCard(note, signing.publicKey), { kind: "unproven" });
  assert.throws(() => verifyCard(note.replace('"number":1', '"number":2'), root.publicKey), { kind: "unproven" });
  assert.throws(() => parseCard(note.replace('"number":1', '"number": 1')), { kind: "malformed" });
  assert.throws(() => signCard({ ...CARD, number: 0 }, root.privateKey), { code: "card-invalid" });
  const short = { ...CARD, keys: { ...CARD.keys, signing: "AAAA" } };
  assert.throws(() => signCard(short, root.privateKey), { code: "card-invalid" });
});

/** A log of 20 entries for one reader, and the receipt of the one at 7. */
function releasedReceipt(changes: Partial<LedgerEntry> = {}): Receipt {
  const object = Buffer.from(
    '{ "type": "note", "id": "note--0f9d3a52-8f04-4a4e-9a5c-1c5d3f6f0b01", "modified": "2023-05-08T00:00:00.000Z" }',
  );
  const value = JSON.parse(object.toString());
  const [opening, labels] = [randomBytes(32).toString("hex"), [TLP_MARKING.green]];
  const subject = subjectOf({ opening, id: value.id, modified: value.modified, digest: digestOf(value), labels });
  const entry: LedgerEntry = { ...ENTRY, subject, ...changes };
  const others = Array.from({ length: 20 }, (_, index) => ({ ...ENTRY, decision: String(index).padStart(32, "0") }));
  const hashes = others.with(7, entry).map(entryHash);
  const checkpoint = signCheckpoint(
    { origin: logOrigin(KOREA, USA), size: 20, root: rootOfLeaves(hashes) },
    signing.privateKey,
  );
  const proof = inclusionProof(hashes, 7, 20);
  return {
    object: object.toString("base64"),
    opening,
    labels,
    entry,
    index: 7,
    proof,
    checkpoint,
    card: signCard(CARD, root.privateKey),
  };
}

test("a receipt proves who released what to whom and when", () => {
  const roots = [{ party: KOREA, publicKey: root.publicKey }];
  const receipt = releasedReceipt();
  const proven = verifyReceipt(receiptText(receipt), roots);
  assert.deepEqual([proven.writer, proven.reader, proven.entry], [KOREA, USA, receipt.entry]);
  assert.equal(proven.object.id, "note--0f9d3a52-8f04-4a4e-9a5c-1c5d3f6f0b01");

  const unproven: Partial<Receipt>[] = [
    {
      object: Buffer.from(Buffer.from(receipt.object, "base64").toString().replace("0b01", "0b02")).toString("base64"),
    },
    { opening: "00".repeat(32) },
    { labels: [TLP_MARKING.clear] },
    { entry: { ...receipt.entry, time: "2023-05-08T01:02:03.000005Z" } },
    { index: 6 },
    { proof: receipt.proof.slice(1) },
    { checkpoint: receipt.checkpoint.replace("\n20\n", "\n21\n") },
    { card: signCard(CARD, signing.privateKey) },
  ];
  for (const change of unproven) {
    assert.throws(
      () => verifyReceipt(receiptText({ ...receipt, ...change }), roots),
      { kind: "unproven" },
      Object.keys(change)[0],
    );
  }
});

test("a right proof of the wrong thing is unacceptable", () => {
  const roots = [{ party: KOREA, publicKey: root.publicKey }];
  const refusals: [Receipt, string][] = [
    [releasedReceipt({ kind: "withdraw" }), "entry-unexpected"],
    [releasedReceipt({ party: "PUBLIC" }), "origin-unexpected"],
    [releasedReceipt({ time: "2024-05-08T00:00:00.000001Z" }), "card-expired"],
  ];
  for (const [receipt, code] of refusals) {
    assert.throws(() => verifyReceipt(receiptText(receipt), roots), { code, kind: "unacceptable" });
  }
  const receipt = receiptText(releasedReceipt());
  assert.throws(() => verifyReceipt(receipt, [{ party: USA, publicKey: root.publicKey }]), {
    code: "party-unexpected",
  });
  assert.throws(() => verifyReceipt(receipt.replace('"index":', '"more":1,"index":'), roots), { kind: "malformed" });
  assert.throws(() => verifyReceipt("{", roots), { kind: "malformed" });
});
