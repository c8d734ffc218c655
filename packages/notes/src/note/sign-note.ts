import { type KeyObject, sign } from "node:crypto";
import { NotesError } from "../error.ts";
import { publicKeyOf } from "./key.ts";
import { checkNoteText, type NoteSignature, parseNote, parseSignatureLine } from "./parse-note.ts";
import { verifierOf } from "./verifier.ts";

/** A private key and the name under which it signs. */
export type Signer = { readonly name: string; readonly privateKey: KeyObject };

/**
 * The note over `text` (which ends in a newline) with one line for each signer (C2SP signed-note, Ed25519).
 * @throws NotesError `note-syntax`, `key-name-invalid`, `key-invalid`
 */
export function signNote(text: string, ...signers: readonly Signer[]): string {
  return noteOf(
    text,
    signers.map((signer) => signatureLine(text, signer)),
  );
}

/** One signer's line over `text`, without newline: what travels when each party signs at its own place. */
export function signatureLine(text: string, { name, privateKey }: Signer): string {
  checkNoteText(text);
  const { keyId } = verifierOf(name, publicKeyOf(privateKey));
  return lineOf({ name, keyId, signature: sign(null, Buffer.from(text), privateKey) });
}

/** The note of a text and signature lines, in the order given; each line is read, none is verified. */
export function noteOf(text: string, lines: readonly string[]): string {
  checkNoteText(text);
  if (lines.length === 0) throw new NotesError("note-syntax", "A note needs at least one signature line; sign it.");
  for (const line of lines) parseSignatureLine(line);
  return `${text}\n${lines.join("\n")}\n`;
}

/**
 * The note with one more line: a signer's, or one that came from elsewhere. Adding a line that is there changes nothing.
 * @throws NotesError `note-syntax` also when the same key's line is there with another signature
 */
export function addSignature(note: string, added: Signer | string): string {
  const { text, signatures } = parseNote(note);
  const line = typeof added === "string" ? added : signatureLine(text, added);
  const { name, keyId } = parseSignatureLine(line);
  const lines = signatures.map(lineOf);
  if (lines.includes(line)) return note;
  if (signatures.some((other) => other.name === name && other.keyId === keyId)) {
    // Ed25519 gives one signature for one text: of two different ones, one is wrong.
    throw new NotesError(
      "note-syntax",
      `The note has another line of the key ${name}; verify both and drop the wrong one.`,
    );
  }
  return noteOf(text, [...lines, line]);
}

function lineOf({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${Buffer.concat([Buffer.from(keyId, "hex"), signature]).toString("base64")}`;
}
