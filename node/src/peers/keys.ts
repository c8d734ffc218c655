import { type KeyObject, X509Certificate } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateSigningKey, privateKeyFromPem, privateKeyPem } from "@entente/notes";
import { type Clock, systemClock } from "#kernel/clock";
import { EntenteError } from "#kernel/errors";
import { type Random, systemRandom } from "#kernel/random";
import { createCertificate, pinOf, type TlsIdentity } from "./certificate.ts";

/** A node's secrets. They lie in files of their own, never in a database, a log or an answer. */
export type NodeKeys = {
  /** Signs the card, and nothing else. */
  readonly root: KeyObject;
  /** Signs checkpoints and acts. */
  readonly signing: KeyObject;
  readonly witness: KeyObject;
  readonly tls: TlsIdentity & { readonly pin: string };
  /** Authenticates the cursors of TAXII pages; kept between starts, so that a page can be followed by the next. */
  readonly cursorSecret: Uint8Array;
};

const SIGNING_KEYS = ["root", "signing", "witness"] as const;
const TLS_CERTIFICATE = "tls.cert.pem";
const TLS_KEY = "tls.key.pem";
const CURSOR_SECRET = "cursor.secret";

/** Makes a node's keys, once: files that only their owner reads, never overwritten. */
export async function createKeys(
  home: string,
  { clock = systemClock, random = systemRandom }: { clock?: Clock; random?: Random } = {},
): Promise<void> {
  mkdirSync(join(home, "keys"), { recursive: true, mode: 0o700 });
  const keep = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(home, "keys", name), content, { mode: 0o600, flag: "wx", flush: true });
  for (const name of SIGNING_KEYS) keep(`${name}.pem`, privateKeyPem(generateSigningKey().privateKey));
  const { cert, key } = createCertificate(clock.now(), random.bytes(15));
  keep(TLS_KEY, key);
  keep(TLS_CERTIFICATE, cert);
  keep(CURSOR_SECRET, random.bytes(32));
}

/** @throws EntenteError "home-missing" when a key is not there */
export function readKeys(home: string): NodeKeys {
  const read = (name: string) => readKeyFile(join(home, "keys", name));
  const signingKey = (name: (typeof SIGNING_KEYS)[number]) => privateKeyFromPem(read(`${name}.pem`).toString("utf8"));
  const cert = read(TLS_CERTIFICATE).toString("utf8");
  const pin = pinOf(new X509Certificate(cert).publicKey);
  return {
    root: signingKey("root"),
    signing: signingKey("signing"),
    witness: signingKey("witness"),
    tls: { cert, key: read(TLS_KEY).toString("utf8"), pin },
    cursorSecret: read(CURSOR_SECRET),
  };
}

function readKeyFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new EntenteError({
      code: "home-missing",
      message: `The key file ${path} cannot be read.`,
      remedy: "Restore it from the backup of this data folder; a new key would be another node.",
      cause,
    });
  }
}
