import { NotesError } from "../error.ts";
import { bytesOfBase64 } from "./base64.ts";
import { checkKeyName } from "./verifier.ts";

/** One signature line, not yet verified. `keyId`: 8 hexadecimal digits. */
export type NoteSignature = { readonly name: string; readonly keyId: string; readonly signature: Uint8Array };

/** A note taken apart, its signatures not yet verified: until they are, the text means nothing. */
export type ParsedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] };

const MAX_NOTE_BYTES = 1_048_576;
const MAX_SIGNATURES = 100;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the standard forbids exactly these (C2SP signed-note, Format).
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
const SIGNATURE_LINE = /^— (\S+) (\S+)$/u;

/**
 * Splits a note at its last empty line into text and signature lines (C2SP signed-note, Format).
 * @param note bytes as received, or text; at most 1 MiB and 100 signatures
 * @throws NotesError `note-syntax`, `key-name-invalid`, `base64-invalid`
 */
export function parseNote(note: Uint8Array | string): ParsedNote {
  const all = typeof note === "string" ? checkLength(note) : decode(note);
  checkNoteText(all);
  const split = all.lastIndexOf("\n\n");
  if (split === -1) throw badNote("there is no empty line before the signatures");
  const text = all.slice(0, split + 1);
  if (text === "\n") throw badNote("the text is empty");
  const lines = all.slice(split + 2, -1).split("\n");
  if (all.length === split + 2) throw badNote("there is no signature line");
  if (lines.length > MAX_SIGNATURES) throw badNote(`there are more than ${MAX_SIGNATURES} signatures`);
  return { text, signatures: lines.map(parseSignatureLine) };
}

/** Reads one line `— <name> <Base64 of key id ‖ signature>`, without its newline. @throws NotesError as `parseNote` */
export function parseSignatureLine(line: string): NoteSignature {
  const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
  if (!name || !encoded) throw badNote("a signature line is not `— <name> <Base64>`");
  checkKeyName(name);
  const bytes = bytesOfBase64(encoded);
  if (bytes.length < 5) throw badNote("a signature line holds no signature after the key id");
  return { name, keyId: bytes.toString("hex", 0, 4), signature: bytes.subarray(4) };
}

/** @throws NotesError `note-syntax` unless well-formed, ending in a newline, without any other control character */
export function checkNoteText(text: string): void {
  if (!text.isWellFormed()) throw badNote("it holds half a surrogate pair");
  if (CONTROL.test(text)) throw badNote("it holds a control character other than the newline");
  if (!text.endsWith("\n")) throw badNote("it does not end in a newline");
}

function decode(note: Uint8Array): string {
  if (note.length > MAX_NOTE_BYTES) throw badNote("it is longer than 1 MiB");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(note);
  } catch (cause) {
    throw badNote("it is not UTF-8", cause);
  }
}

function checkLength(note: string): string {
  if (Buffer.byteLength(note) > MAX_NOTE_BYTES) throw badNote("it is longer than 1 MiB");
  return note;
}

function badNote(reason: string, cause?: unknown): NotesError {
  return new NotesError("note-syntax", `Not a signed note: ${reason}. Fetch it again, byte for byte.`, { cause });
}
