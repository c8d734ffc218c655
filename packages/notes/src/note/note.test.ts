import assert from "node:assert/strict";
import test from "node:test";
import { checkpointText, parseCheckpoint, signCheckpoint, verifyCheckpoint } from "../checkpoint.ts";
import { EMPTY_ROOT } from "../merkle/hash.ts";
import {
  generateSigningKey,
  keyFingerprint,
  privateKeyFromPem,
  privateKeyFromSeed,
  privateKeyPem,
  publicKeyFromPem,
  publicKeyPem,
  seedOf,
} from "./key.ts";
import { parseNote } from "./parse-note.ts";
import { addSignature, signNote } from "./sign-note.ts";
import { parseVerifierKey, verifierKeyText, verifierOf } from "./verifier.ts";
import { verifyNote } from "./verify-note.ts";

// The key and note that Go's sumdb/note documents, which C2SP signed-note describes.
const VERIFIER_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const SEED = Buffer.from("gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM=", "base64");
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

test("the reference note verifies, and any other text does not", () => {
  const verifier = parseVerifierKey(VERIFIER_KEY);
  assert.equal(verifierKeyText(verifier), VERIFIER_KEY);
  assert.deepEqual(verifyNote(NOTE, [verifier]), { text: TEXT, signedBy: [verifier] });
  assert.equal(verifyNote(Buffer.from(NOTE), [verifier]).text, TEXT);
  assert.throws(() => verifyNote(NOTE.replace("answer", "anSwer"), [verifier]), { code: "signature-wrong" });
  assert.throws(() => verifyNote(NOTE.replace("x08go/ZJ", "x08go/ZK"), [verifier]), { code: "signature-wrong" });
  assert.throws(() => verifyNote(NOTE, [verifierOf("Other", verifier.publicKey)]), { code: "signature-missing" });
  const stranger = verifierOf("PeterNeumann", generateSigningKey().publicKey);
  assert.throws(() => verifyNote(NOTE, [stranger]), { code: "signature-missing" });
  // Same name and id, another key: that is no stranger, but a wrong signature.
  assert.throws(() => verifyNote(NOTE, [{ ...stranger, keyId: verifier.keyId }]), { code: "signature-wrong" });
});

test("signing gives the reference note, byte for byte", () => {
  const privateKey = privateKeyFromSeed(SEED);
  assert.equal(signNote(TEXT, { name: "PeterNeumann", privateKey }), NOTE);
  assert.deepEqual(seedOf(privateKey), SEED);
});

test("signatures are added in any order; one that is wrong spoils the note", () => {
  const [first, second] = ["first.example", "second.example"].map((name) => ({ name, ...generateSigningKey() }));
  const verifiers = [first!, second!].map(({ name, publicKey }) => verifierOf(name, publicKey));
  const note = addSignature(signNote(TEXT, second!), first!);
  assert.equal(verifyNote(note, verifiers).signedBy.length, 2);
  assert.equal(verifyNote(note, [verifiers[0]!]).signedBy.length, 1);
  assert.equal(addSignature(note, first!), note);
  const [line] = signNote("Another text.\n", first!).split("\n").slice(2);
  assert.throws(() => addSignature(note, line!), { code: "note-syntax" });
  const spoilt = addSignature(signNote(TEXT, second!), line!);
  assert.throws(() => verifyNote(spoilt, verifiers), { code: "signature-wrong" });
});

test("what is no note is refused", () => {
  const wrong = [
    "",
    TEXT,
    `${TEXT}\n`,
    NOTE.slice(0, -1),
    NOTE.replace("— ", "- "),
    NOTE.replace("Neumann ", "Neumann  "),
    NOTE.replace("JnAM=", "JnAM"),
    NOTE.replace("JnAM=", "JnAN="),
    NOTE.replace("PeterNeumann", "Peter+Neumann"),
    NOTE.replace("PeterNeumann", "Peter\u00a0Neumann"),
    NOTE.replace("If", "\tIf"),
    NOTE.replace("If", "If\r"),
    NOTE + NOTE.split("\n").at(-2)!.concat("\n").repeat(100),
    "x".repeat(1_048_576) + NOTE,
  ];
  for (const note of wrong) assert.throws(() => parseNote(note), { kind: "malformed" }, note.slice(0, 200));
  assert.throws(() => parseNote(Buffer.from([0xff, ...Buffer.from(NOTE)])), { code: "note-syntax" });
  // The text may hold empty lines: the last one separates.
  assert.equal(parseNote(`one\n\n${NOTE}`).text, `one\n\n${TEXT}`);
});

test("keys go to PEM and back; other keys and spellings are refused", () => {
  const { privateKey, publicKey } = generateSigningKey();
  assert.deepEqual(publicKeyFromPem(publicKeyPem(publicKey)), publicKey);
  assert.deepEqual(seedOf(privateKeyFromPem(privateKeyPem(privateKey))), seedOf(privateKey));
  assert.match(keyFingerprint(publicKey), /^[0-9a-f]{64}$/);
  for (const pem of [publicKeyPem(publicKey).replaceAll("\n", "\r\n"), privateKeyPem(privateKey), "", "x"]) {
    assert.throws(() => publicKeyFromPem(pem), { code: "key-invalid" });
  }
  assert.throws(() => privateKeyFromPem(publicKeyPem(publicKey)), { code: "key-invalid" });
  assert.throws(() => publicKeyPem(publicKey.subarray(1)), { code: "key-invalid" });
  assert.throws(() => parseVerifierKey(VERIFIER_KEY.replace("c74f", "c74e")), { code: "key-invalid" });
});

test("a checkpoint is proven only for its own log and key", () => {
  const { privateKey, publicKey } = generateSigningKey();
  const checkpoint = { origin: "identity--a/PUBLIC", size: 20852163, root: EMPTY_ROOT };
  assert.equal(
    checkpointText(checkpoint),
    "identity--a/PUBLIC\n20852163\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
  );
  const note = signCheckpoint(checkpoint, privateKey);
  const expected = { origin: checkpoint.origin, publicKey };
  assert.deepEqual(verifyCheckpoint(note, expected), checkpoint);
  assert.throws(() => verifyCheckpoint(note, { ...expected, origin: "identity--b/PUBLIC" }), {
    code: "origin-unexpected",
    kind: "unacceptable",
  });
  const other = generateSigningKey().publicKey;
  assert.throws(() => verifyCheckpoint(note, { ...expected, publicKey: other }), { kind: "unproven" });
  assert.throws(() => verifyCheckpoint(note.replace("\n2085", "\n2086"), expected), { kind: "unproven" });
});

test("what is no checkpoint is refused", () => {
  const root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
  assert.equal(parseCheckpoint(`log\n0\n${root}\n`).size, 0);
  const wrong = [
    `log\n01\n${root}\n`,
    `log\n-1\n${root}\n`,
    `log\n9007199254740992\n${root}\n`,
    `log\n1\n${root}\nextension\n`,
    `log\n1\n${root}`,
    `\n1\n${root}\n`,
    `a log\n1\n${root}\n`,
    "log\n1\nAAAA\n",
    `log\n1\n${root.replace("=", "")}\n`,
  ];
  for (const text of wrong) assert.throws(() => parseCheckpoint(text), { kind: "malformed" }, text);
});
