import { NotesError } from "../error.ts";

/**
 * The bytes of a standard Base64 text (RFC 4648 4) in its one right spelling: Node's own decoder would also take other
 * alphabets, missing padding and stray characters, so that one signature could be written in many ways.
 * @throws NotesError `base64-invalid`
 */
export function bytesOfBase64(text: string): Buffer {
  const bytes = Buffer.from(text, "base64");
  if (bytes.toString("base64") !== text) {
    throw new NotesError("base64-invalid", "Not standard Base64 with padding (RFC 4648 4); encode the bytes again.");
  }
  return bytes;
}
