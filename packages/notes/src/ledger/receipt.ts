import { canonicalJson, type JsonValue, parseJson } from "@entente/stix";
import { NotesError } from "../error.ts";
import { isHash } from "../merkle/hash.ts";
import { bytesOfBase64 } from "../note/base64.ts";
import { parseNote } from "../note/parse-note.ts";
import { entryOf, type LedgerEntry } from "./entry.ts";
import { hasExactly } from "./exact-members.ts";

/**
 * What proves, years later and without either node, that an object was released: `object` its bytes in Base64,
 * `opening` and `labels` what the entry's subject hides, `proof` the entry's way to the checkpoint's root, `checkpoint`
 * and `card` signed notes.
 */
export type Receipt = {
  readonly object: string;
  readonly opening: string;
  readonly labels: readonly string[];
  readonly entry: LedgerEntry;
  readonly index: number;
  readonly proof: readonly string[];
  readonly checkpoint: string;
  readonly card: string;
};

const MEMBERS = ["object", "opening", "labels", "entry", "index", "proof", "checkpoint", "card"] as const;

/** The receipt as one file: canonical JSON and a newline. @throws NotesError `receipt-invalid`, `entry-invalid` */
export function receiptText(receipt: Receipt): string {
  return `${canonicalJson(receiptOf(receipt))}\n`;
}

/**
 * Reads a receipt; nothing is proven yet (`verifyReceipt`).
 * @throws NotesError `receipt-invalid`, `entry-invalid`, `base64-invalid`, and what `parseNote` throws
 */
export function parseReceipt(file: Uint8Array | string): Receipt {
  return receiptOf(readJson(file));
}

/** The JSON value of an object's bytes. @throws NotesError `receipt-invalid` */
export function readObject(bytes: Uint8Array): { [member: string]: JsonValue } {
  const object = readJson(bytes);
  if (typeof object !== "object" || object === null || Array.isArray(object))
    throw invalid("its object is no JSON object");
  return object;
}

function receiptOf(value: unknown): Receipt {
  if (!hasExactly(value, MEMBERS)) throw invalid(`it has not exactly the members ${MEMBERS.join(", ")}`);
  const { object, opening, labels, entry, index, proof, checkpoint, card } = value;
  if (typeof object !== "string") throw invalid("its object is not Base64");
  bytesOfBase64(object);
  if (!isHash(opening)) throw invalid("its opening is not 32 bytes in hexadecimal");
  if (!Array.isArray(labels) || !labels.every((label) => typeof label === "string")) throw invalid("it has no labels");
  if (!Number.isSafeInteger(index) || (index as number) < 0) throw invalid("its index does not count from 0");
  // 2^53 leaves make no longer path.
  if (!Array.isArray(proof) || proof.length > 53 || !proof.every(isHash))
    throw invalid("its proof is no list of hashes");
  if (typeof checkpoint !== "string" || typeof card !== "string") throw invalid("its checkpoint or card is no note");
  parseNote(checkpoint);
  parseNote(card);
  return { object, opening, labels, entry: entryOf(entry), index: index as number, proof, checkpoint, card };
}

function readJson(file: Uint8Array | string): JsonValue {
  try {
    return parseJson(file);
  } catch (cause) {
    throw invalid("it is not JSON", cause);
  }
}

function invalid(reason: string, cause?: unknown): NotesError {
  return new NotesError("receipt-invalid", `Not a receipt: ${reason}. Ask the node for it again.`, { cause });
}
