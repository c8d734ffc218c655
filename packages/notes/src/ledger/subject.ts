import { createHash, hash } from "node:crypto";
import { canonicalJson, digestOf, isIdentifier, isTimestamp } from "@entente/stix";
import { NotesError } from "../error.ts";
import { isHash } from "../merkle/hash.ts";

/**
 * What an entry about an object hides behind its subject. `opening`: 32 random bytes in hexadecimal. `modified`: as the
 * object spells it, null where it has none. `digest`: SHA-256 of the object's canonical JSON. `labels`: ids of the
 * markings in force and the assigned label's TLP 2.0 marking id, in any order, each once.
 */
export type ObjectSubject = {
  readonly opening: string;
  readonly id: string;
  readonly modified: string | null;
  readonly digest: string;
  readonly labels: readonly string[];
};

/**
 * The subject of release, withdraw, lift, act and acknowledge: SHA-256(opening ‖ canonical JSON of `[id, modified or
 * null, digest, [labels, sorted]]`). Without the opening it tells nothing: the digest of an address could be guessed.
 * @throws NotesError `subject-invalid`
 */
export function subjectOf({ opening, id, modified, digest, labels }: ObjectSubject): string {
  if (!isHash(opening)) throw invalid("an opening is 32 bytes in hexadecimal");
  if (!isIdentifier(id)) throw invalid("the id is no STIX id");
  if (modified !== null && !isTimestamp(modified)) throw invalid("modified is neither a timestamp nor null");
  if (!isHash(digest)) throw invalid("the digest is not 64 hexadecimal digits");
  if (!labels.every(isIdentifier)) throw invalid("a label is no marking id");
  if (new Set(labels).size !== labels.length) throw invalid("a label stands twice");
  // Ids are ASCII: sorting by code units is sorting by bytes.
  const hidden = canonicalJson([id, modified, digest, [...labels].sort()]);
  return createHash("sha256").update(Buffer.from(opening, "hex")).update(hidden).digest("hex");
}

/** The subject of a `card` entry: SHA-256 of the card's note, byte for byte. */
export function cardSubject(cardNote: Uint8Array | string): string {
  return hash("sha256", cardNote, "hex");
}

/** The subject of a `received` entry: SHA-256 of the ally's checkpoint note that was verified, byte for byte. */
export function receivedSubject(checkpointNote: Uint8Array | string): string {
  return hash("sha256", checkpointNote, "hex");
}

/** A reference set as both sides name it. `sha256`: `setDigest` of its objects. */
export type ReferenceSet = {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
  readonly count: number;
  readonly sha256: string;
};

/** The subject of a `set` entry: SHA-256 of the set's canonical JSON. @throws NotesError `subject-invalid` */
export function setSubject({ publisher, name, version, count, sha256 }: ReferenceSet): string {
  if (!isHash(sha256)) throw invalid("the set's sha256 is not 64 hexadecimal digits");
  if (!Number.isSafeInteger(count) || count < 0) throw invalid("the set's count is no whole number");
  return digestOf({ publisher, name, version, count, sha256 });
}

/**
 * What a set's `sha256` is over: one line `<id> <modified, else created> <digest>` and a newline for each object,
 * sorted by bytes. `version` is that timestamp as the object spells it.
 */
export function setDigest(objects: Iterable<{ id: string; version: string; digest: string }>): string {
  const lines = Array.from(objects, ({ id, version, digest }) => `${id} ${version} ${digest}\n`).sort();
  return hash("sha256", lines.join(""), "hex");
}

function invalid(reason: string): NotesError {
  return new NotesError("subject-invalid", `No subject: ${reason}.`);
}
