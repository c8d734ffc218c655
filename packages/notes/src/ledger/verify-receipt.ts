import { digestOf, isIdentifier, type JsonObject, microsecondsOf } from "@entente/stix";
import { type Checkpoint, verifyCheckpoint } from "../checkpoint.ts";
import { NotesError } from "../error.ts";
import { verifyInclusion } from "../merkle/verify-proofs.ts";
import { bytesOfBase64 } from "../note/base64.ts";
import { type NodeCard, parseCard, verifyCard } from "./card.ts";
import { entryHash, type LedgerEntry } from "./entry.ts";
import { logOrigin, type PartyKey } from "./party.ts";
import { parseReceipt, type Receipt, readObject } from "./receipt.ts";
import { subjectOf } from "./subject.ts";

/** What a receipt proves: `writer` let `reader` have `object` at `entry.time`. */
export type ProvenRelease = {
  readonly writer: string;
  readonly reader: string;
  readonly entry: LedgerEntry;
  readonly object: JsonObject;
  readonly checkpoint: Checkpoint;
};

/**
 * Proves a receipt from end to end: root key, card, checkpoint, entry, subject, object.
 * @param rootKeys the parties' root keys; without one from elsewhere the receipt would prove itself
 * @throws NotesError of kind *unproven* when a proof fails; *unacceptable* when the writer is unknown
 *   (`party-unexpected`), the entry is no release (`entry-unexpected`), the card had run out (`card-expired`);
 *   *malformed* for what is no receipt
 */
export function verifyReceipt(file: Uint8Array | string, rootKeys: readonly PartyKey[]): ProvenRelease {
  const receipt = parseReceipt(file);
  const card = provenCard(receipt, rootKeys);
  const [writer, reader] = [card.party.id, receipt.entry.party];
  const publicKey = bytesOfBase64(card.keys.signing);
  const checkpoint = verifyCheckpoint(receipt.checkpoint, { origin: logOrigin(writer, reader), publicKey });
  proveEntry(receipt, checkpoint);
  const object = proveObject(receipt);
  return { writer, reader, entry: receipt.entry, object, checkpoint };
}

function provenCard({ card: note, entry }: Receipt, rootKeys: readonly PartyKey[]): NodeCard {
  const { party, expires } = parseCard(note);
  const known = rootKeys.find((key) => key.party === party.id);
  if (!known) throw new NotesError("party-unexpected", `No root key of ${party.id} is known; get it from that party.`);
  if (microsecondsOf(entry.time) > microsecondsOf(expires)) {
    throw new NotesError(
      "card-expired",
      `The card had expired at ${expires}, before the entry; ask for the later card.`,
    );
  }
  return verifyCard(note, known.publicKey);
}

function proveEntry({ entry, index, proof }: Receipt, { size, root }: Checkpoint): void {
  if (entry.kind !== "release") {
    throw new NotesError(
      "entry-unexpected",
      `The entry records "${entry.kind}", not a release; ask for the right receipt.`,
    );
  }
  verifyInclusion({ leafHash: entryHash(entry), index, size, proof, root });
}

function proveObject({ object: encoded, opening, labels, entry }: Receipt): JsonObject {
  const object = readObject(bytesOfBase64(encoded));
  const { id, modified = null } = object;
  if (typeof id !== "string" || !isIdentifier(id) || (modified !== null && typeof modified !== "string")) {
    throw new NotesError("receipt-invalid", "The receipt's object has no id or a wrong modified; ask for it again.");
  }
  if (subjectOf({ opening, id, modified, digest: digestOf(object), labels }) !== entry.subject) {
    throw new NotesError(
      "subject-unproven",
      "Object, labels and opening do not give the entry's subject: one was changed.",
    );
  }
  return object;
}
