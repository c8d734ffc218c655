import type { KeyObject } from "node:crypto";
import { canonicalJson, type JsonValue, parseJson } from "@entente/stix";
import { NotesError } from "../error.ts";
import { isHash } from "../merkle/hash.ts";
import { bytesOfBase64 } from "../note/base64.ts";
import { parseNote } from "../note/parse-note.ts";
import { signNote } from "../note/sign-note.ts";
import { verifierOf } from "../note/verifier.ts";
import { verifyNote } from "../note/verify-note.ts";
import { hasExactly } from "./exact-members.ts";
import { isInstant } from "./instant.ts";
import { isPartyId } from "./party.ts";

/**
 * What a node says about itself, signed by its party's root key. `party`: the STIX identity object. `number`: counts up;
 * a lower one than was seen is refused by who keeps cards. `keys.signing`, `keys.witness`: Ed25519, 32 bytes in Base64.
 * `keys.tls`: SHA-256 of the client certificate's public key (SPKI) now and next, in hexadecimal; next may be null.
 */
export type NodeCard = {
  readonly party: { readonly id: string; readonly [member: string]: JsonValue };
  readonly nations: readonly string[];
  readonly number: number;
  readonly keys: {
    readonly signing: string;
    readonly witness: string;
    readonly tls: readonly [current: string, next: string | null];
  };
  readonly addresses: readonly string[];
  readonly expires: string;
};

/** The card as a note by the root key under the party's id. @throws NotesError `card-invalid` */
export function signCard(card: NodeCard, rootKey: KeyObject): string {
  const { party, nations, number, keys, addresses, expires } = cardOf(card);
  const text = `${canonicalJson({ party, nations, number, keys, addresses, expires })}\n`;
  return signNote(text, { name: party.id, privateKey: rootKey });
}

/**
 * Reads a card without proof: for showing it to the people who compare keys. @throws NotesError `card-invalid`, and
 * what `parseNote` throws
 */
export function parseCard(note: Uint8Array | string): NodeCard {
  const { text } = parseNote(note);
  const card = cardOf(readJson(text));
  if (`${canonicalJson(card)}\n` !== text) throw invalid("it is not one line in canonical form (RFC 8785)");
  return card;
}

/**
 * The card, proven to be signed by its party's root key (32 raw bytes, known from pairing). Neither its number nor its
 * expiry is judged here.
 * @throws NotesError `signature-missing`, `signature-wrong`, and what `parseCard` throws
 */
export function verifyCard(note: Uint8Array | string, rootPublicKey: Uint8Array): NodeCard {
  const card = parseCard(note);
  verifyNote(note, [verifierOf(card.party.id, rootPublicKey)]);
  return card;
}

function cardOf(value: unknown): NodeCard {
  if (!hasExactly(value, ["party", "nations", "number", "keys", "addresses", "expires"])) {
    throw invalid("it has not exactly the members party, nations, number, keys, addresses, expires");
  }
  const { party, nations, number, keys, addresses, expires } = value;
  if (!isIdentity(party)) throw invalid("its party is no STIX identity with an id in lower case");
  if (!isTexts(nations)) throw invalid("its nations are no list of texts");
  if (!Number.isSafeInteger(number) || (number as number) < 1) throw invalid("its number does not count from 1");
  if (!isTexts(addresses)) throw invalid("its addresses are no list of texts");
  if (!isInstant(expires)) throw invalid("it expires at no timestamp");
  return { party, nations, number: number as number, keys: keysOf(keys), addresses, expires };
}

function keysOf(keys: unknown): NodeCard["keys"] {
  if (!hasExactly(keys, ["signing", "witness", "tls"])) throw invalid("its keys are not exactly signing, witness, tls");
  const { signing, witness, tls } = keys;
  for (const key of [signing, witness]) {
    if (typeof key !== "string" || bytesOfBase64(key).length !== 32) throw invalid("a key is not 32 bytes in Base64");
  }
  const pins = Array.isArray(tls) && tls.length === 2 && isHash(tls[0]) && (tls[1] === null || isHash(tls[1]));
  if (!pins) throw invalid("its tls keys are not a SHA-256 now and a SHA-256 or null next");
  return { signing: signing as string, witness: witness as string, tls: tls as [string, string | null] };
}

function isIdentity(value: unknown): value is NodeCard["party"] {
  const party = value as { type?: unknown; id?: unknown } | null;
  return typeof party === "object" && party?.type === "identity" && isPartyId(party.id);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string" && item !== "");
}

function readJson(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch (cause) {
    throw invalid("its text is not JSON", cause);
  }
}

function invalid(reason: string, cause?: unknown): NotesError {
  return new NotesError("card-invalid", `Not a node card: ${reason}. Ask the ally for a new one.`, { cause });
}
