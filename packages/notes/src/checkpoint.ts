import type { KeyObject } from "node:crypto";
import { NotesError } from "./error.ts";
import { hashBytes } from "./merkle/hash.ts";
import { bytesOfBase64 } from "./note/base64.ts";
import { parseNote } from "./note/parse-note.ts";
import { signNote } from "./note/sign-note.ts";
import { checkKeyName, verifierOf } from "./note/verifier.ts";
import { verifyNote } from "./note/verify-note.ts";

/** The head of a log: its name, how many entries it has, and their Merkle root (64 hexadecimal digits). */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: string };

/** The text that is signed: origin, size, root in Base64, a line each (C2SP tlog-checkpoint, Note text). */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  checkKeyName(origin);
  if (!Number.isSafeInteger(size) || size < 0) throw badCheckpoint("the size is no whole number");
  return `${origin}\n${size}\n${hashBytes(root).toString("base64")}\n`;
}

/**
 * Reads a checkpoint's text. Extension lines are refused: no log of ours writes any, and nobody could audit them.
 * @throws NotesError `checkpoint-syntax`, `base64-invalid`, `key-name-invalid`
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [, origin, digits, encoded] = /^(.+)\n(0|[1-9]\d{0,15})\n(.+)\n$/.exec(text) ?? [];
  if (!origin || !digits || !encoded) throw badCheckpoint("it is not the three lines origin, size, root");
  checkKeyName(origin);
  const [size, root] = [Number(digits), bytesOfBase64(encoded)];
  if (!Number.isSafeInteger(size)) throw badCheckpoint("the size is beyond 2^53");
  if (root.length !== 32) throw badCheckpoint("the root has not 32 bytes");
  return { origin, size, root: root.toString("hex") };
}

/** The checkpoint as a note signed by the log's own key, whose name is the origin (C2SP tlog-checkpoint, Signatures). */
export function signCheckpoint(checkpoint: Checkpoint, privateKey: KeyObject): string {
  return signNote(checkpointText(checkpoint), { name: checkpoint.origin, privateKey });
}

/**
 * The checkpoint of the log `origin`, proven to be signed by that log's key. Consistency with an earlier one is not
 * checked here (`verifyConsistency`).
 * @param publicKey the log's key, 32 raw bytes
 * @throws NotesError `origin-unexpected` (another log's checkpoint), `signature-missing`, `signature-wrong`, and what
 *   `parseNote` and `parseCheckpoint` throw
 */
export function verifyCheckpoint(
  note: Uint8Array | string,
  { origin, publicKey }: { readonly origin: string; readonly publicKey: Uint8Array },
): Checkpoint {
  const checkpoint = parseCheckpoint(parseNote(note).text);
  if (checkpoint.origin !== origin) {
    throw new NotesError("origin-unexpected", `The checkpoint is of the log ${checkpoint.origin}, not of ${origin}.`);
  }
  verifyNote(note, [verifierOf(origin, publicKey)]);
  return checkpoint;
}

function badCheckpoint(reason: string): NotesError {
  return new NotesError("checkpoint-syntax", `Not a checkpoint: ${reason}. Fetch it again from the log's writer.`);
}
