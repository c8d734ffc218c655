import { verify } from "node:crypto";
import { NotesError } from "../error.ts";
import { publicKeyObject } from "./key.ts";
import { type NoteSignature, parseNote } from "./parse-note.ts";
import type { Verifier } from "./verifier.ts";

/** A text, and those of the trusted keys whose signature on it is right. */
export type VerifiedNote = { readonly text: string; readonly signedBy: readonly Verifier[] };

/**
 * Verifies every line of a known key; lines of unknown keys (another witness, a successor) are passed over, as the
 * standard demands (C2SP signed-note, Signatures). At least one known key must have signed; who *must* have signed is
 * the caller's rule, to be decided from `signedBy`.
 * @throws NotesError `signature-wrong` when any known key's line fails, `signature-missing` when there is none;
 *   `note-syntax`, `base64-invalid`, `key-name-invalid` for what is no note
 */
export function verifyNote(note: Uint8Array | string, verifiers: readonly Verifier[]): VerifiedNote {
  const { text, signatures } = parseNote(note);
  const signedBy = new Set<Verifier>();
  for (const line of signatures) {
    const verifier = verifiers.find(({ name, keyId }) => name === line.name && keyId === line.keyId);
    if (!verifier) continue;
    verifyLine(text, line, verifier);
    signedBy.add(verifier);
  }
  if (signedBy.size === 0) {
    throw new NotesError(
      "signature-missing",
      "No trusted key has signed this note; get the signer's card, or the note, again.",
    );
  }
  return { text, signedBy: [...signedBy] };
}

function verifyLine(text: string, { name, signature }: NoteSignature, { publicKey }: Verifier): void {
  if (signature.length === 64 && verify(null, Buffer.from(text), publicKeyObject(publicKey), signature)) return;
  throw new NotesError(
    "signature-wrong",
    `The signature of ${name} does not fit this text; do not use it, ask the signer.`,
  );
}
