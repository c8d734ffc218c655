import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject } from "node:crypto";
import { NotesError } from "../error.ts";

// RFC 8410 7: the fixed bytes that stand before the 32 bytes of an Ed25519 private key in PKCS #8.
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/** A new Ed25519 key pair, from the system's own randomness: the private key as an object, the public one's 32 bytes. */
export function generateSigningKey(): { privateKey: KeyObject; publicKey: Buffer } {
  const { privateKey } = generateKeyPairSync("ed25519");
  return { privateKey, publicKey: publicKeyOf(privateKey) };
}

/** The 32 bytes (RFC 8032 5.1.5) of the public key that belongs to a private one. @throws NotesError `key-invalid` */
export function publicKeyOf(privateKey: KeyObject): Buffer {
  checkEd25519(privateKey);
  return rawPublicKey(createPublicKey(privateKey));
}

/** The key object of 32 raw bytes. @throws NotesError `key-invalid` */
export function publicKeyObject(publicKey: Uint8Array): KeyObject {
  if (publicKey.length !== 32) throw invalid("an Ed25519 public key has 32 bytes");
  const x = Buffer.from(publicKey).toString("base64url");
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}

/** The SPKI PEM of 32 raw bytes, as `openssl` reads it. @throws NotesError `key-invalid` */
export function publicKeyPem(publicKey: Uint8Array): string {
  return publicKeyObject(publicKey).export({ type: "spki", format: "pem" }) as string;
}

/**
 * The 32 raw bytes of an SPKI PEM. Only the one spelling that `publicKeyPem` gives is taken, so that the PEM's own
 * SHA-256 can serve as the key's fingerprint.
 * @throws NotesError `key-invalid`
 */
export function publicKeyFromPem(pem: string): Buffer {
  const key = readKey(() => createPublicKey({ key: pem, format: "pem" }));
  const publicKey = rawPublicKey(key);
  if (publicKeyPem(publicKey) !== pem) throw invalid("the PEM is not spelt as openssl writes it");
  return publicKey;
}

/** What people compare: the SHA-256 of the key's PEM file, the same that `sha256sum` prints for it. */
export function keyFingerprint(publicKey: Uint8Array): string {
  return hash("sha256", publicKeyPem(publicKey), "hex");
}

/** The PKCS #8 PEM of a private key, to be kept secret. @throws NotesError `key-invalid` */
export function privateKeyPem(privateKey: KeyObject): string {
  checkEd25519(privateKey);
  return privateKey.export({ type: "pkcs8", format: "pem" }) as string;
}

/** The private key of a PKCS #8 PEM. @throws NotesError `key-invalid` */
export function privateKeyFromPem(pem: string): KeyObject {
  return checkEd25519(readKey(() => createPrivateKey({ key: pem, format: "pem" })));
}

/** The private key of its 32 raw bytes (RFC 8032 5.1.5). @throws NotesError `key-invalid` */
export function privateKeyFromSeed(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw invalid("an Ed25519 private key has 32 bytes");
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
}

/** The 32 raw bytes of a private key, to be kept secret. @throws NotesError `key-invalid` */
export function seedOf(privateKey: KeyObject): Buffer {
  return Buffer.from(checkEd25519(privateKey).export({ format: "jwk" }).d!, "base64url");
}

function rawPublicKey(key: KeyObject): Buffer {
  return Buffer.from(checkEd25519(key).export({ format: "jwk" }).x!, "base64url");
}

function readKey(read: () => KeyObject): KeyObject {
  try {
    return read();
  } catch (cause) {
    // The parser's own message could quote the key.
    throw invalid("the PEM can't be read", cause instanceof Error && "code" in cause ? cause.code : undefined);
  }
}

function checkEd25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== "ed25519") throw invalid("the key is not Ed25519");
  return key;
}

function invalid(reason: string, cause?: unknown): NotesError {
  return new NotesError("key-invalid", `Not a usable key: ${reason}. Make one with generateSigningKey.`, { cause });
}
