import { generateKeyPairSync, hash, type KeyObject, sign, X509Certificate } from "node:crypto";

/** A node's TLS identity: PEM texts, and the pin by which the other side knows it. */
export type TlsIdentity = { readonly cert: string; readonly key: string };

const YEAR_MS = 365.25 * 86_400_000;
const YEARS = 30;
// RFC 8410 3: id-Ed25519, without parameters.
const ED25519 = der(0x30, Buffer.from("06032b6570", "hex"));
const COMMON_NAME = Buffer.from("0603550403", "hex");

/**
 * A self-signed certificate (RFC 5280 4.1) over a new Ed25519 key. It names nobody, since every stranger can read it;
 * what counts is its public key, which the card pins.
 */
export function createCertificate(nowMs: number, serial: Uint8Array): TlsIdentity {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const name = der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from("entente")))));
  const validity = der(0x30, generalizedTime(nowMs - 86_400_000), generalizedTime(nowMs + YEARS * YEAR_MS));
  // A leading zero bit keeps the number positive, a leading one in the first octet keeps its form minimal.
  const number = der(0x02, Buffer.of(0x40), serial);
  const version3 = der(0xa0, der(0x02, Buffer.of(2)));
  const spki = publicKey.export({ type: "spki", format: "der" });
  const toBeSigned = der(0x30, version3, number, ED25519, name, validity, name, spki);
  const signature = der(0x03, Buffer.of(0), sign(null, toBeSigned, privateKey));
  const certificate = new X509Certificate(der(0x30, toBeSigned, ED25519, signature));
  return { cert: certificate.toString(), key: privateKey.export({ type: "pkcs8", format: "pem" }) as string };
}

/** What is pinned: the SHA-256 of a public key's SubjectPublicKeyInfo, in hexadecimal. */
export function pinOf(publicKey: KeyObject): string {
  return hash("sha256", publicKey.export({ type: "spki", format: "der" }), "hex");
}

function generalizedTime(ms: number): Buffer {
  const text = new Date(ms).toISOString().replaceAll(/[-:T]|\.\d+/g, "");
  // RFC 5280 4.1.2.5: UTCTime through the year 2049.
  return Number(text.slice(0, 4)) < 2050 ? der(0x17, Buffer.from(text.slice(2))) : der(0x18, Buffer.from(text));
}

/** One element of DER (X.690 8.1): tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...head), content]);
}
