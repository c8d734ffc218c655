import { hash } from "node:crypto";
import { NotesError } from "../error.ts";
import { bytesOfBase64 } from "./base64.ts";
import { publicKeyObject } from "./key.ts";

const ED25519 = 0x01;
// U+0085 and U+FEFF: spaces to some libraries, not to others.
const NOT_IN_KEY_NAME = /[\p{White_Space}\u0085\uFEFF+\p{Cc}]/u;

/** A key that is trusted to sign under a name. `keyId`: 8 hexadecimal digits. */
export type Verifier = { readonly name: string; readonly keyId: string; readonly publicKey: Uint8Array };

/** The verifier of a name and 32 raw bytes. @throws NotesError `key-name-invalid`, `key-invalid` */
export function verifierOf(name: string, publicKey: Uint8Array): Verifier {
  checkKeyName(name);
  publicKeyObject(publicKey);
  const keyId = hash("sha256", Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey]), "hex").slice(
    0,
    8,
  );
  return { name, keyId, publicKey };
}

/** The verifier as one line: `<name>+<key id>+<Base64 of 0x01 ‖ public key>`, as Go's sumdb/note writes it. */
export function verifierKeyText({ name, keyId, publicKey }: Verifier): string {
  return `${name}+${keyId}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString("base64")}`;
}

/** Reads what `verifierKeyText` writes. @throws NotesError `key-invalid`, `key-name-invalid`, `base64-invalid` */
export function parseVerifierKey(text: string): Verifier {
  const [, name, keyId, key] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? [];
  if (!name || !keyId || !key) throw new NotesError("key-invalid", "A verifier key is <name>+<key id>+<Base64>.");
  const bytes = bytesOfBase64(key);
  if (bytes[0] !== ED25519) throw new NotesError("key-invalid", "Only Ed25519 verifier keys (type 1) are read.");
  const verifier = verifierOf(name, bytes.subarray(1));
  if (verifier.keyId !== keyId) throw new NotesError("key-invalid", "The key id does not belong to this name and key.");
  return verifier;
}

/** @throws NotesError `key-name-invalid` unless non-empty, without any space, plus or control (C2SP signed-note) */
export function checkKeyName(name: string): void {
  if (name !== "" && name.isWellFormed() && !NOT_IN_KEY_NAME.test(name)) return;
  throw new NotesError("key-name-invalid", "A key's name must not be empty, nor hold a space, a plus or a control.");
}
