import { type NodeCard, NotesError, parseVerifierKey, type Verifier, verifyCard } from "@entente/notes";
import { microsecondsOf } from "@entente/stix";
import { EntenteError } from "#kernel/errors";

/** A card as it is handed over: the signed note, and the verifier key of the root key that signed it. */
export type CardFile = { readonly card: string; readonly rootKey: string };

/** A card that its own root key proves. That the key is the ally's, two people find out by comparing it. */
export type ProvenCard = CardFile & {
  readonly content: NodeCard;
  readonly root: Verifier;
  readonly address: { readonly host: string; readonly port: number };
  readonly expiresMicros: number;
};

const MAX_LENGTH = 256 * 1024;
const NATION = /^[A-Z]{3}$/;

export function cardFileText({ card, rootKey }: CardFile): string {
  return `${JSON.stringify({ card, rootKey }, null, 2)}\n`;
}

/** @throws EntenteError "card-invalid" */
export function parseCardFile(text: string): CardFile {
  const { card, rootKey, ...others } = jsonOf(text);
  if (typeof card !== "string" || typeof rootKey !== "string" || Object.keys(others).length > 0) {
    throw invalid("it has not exactly the members card and rootKey");
  }
  return { card, rootKey };
}

/** Proves a card by its root key, and reads where its node is. @throws EntenteError "card-invalid" */
export function provenCard(file: CardFile): ProvenCard {
  const { root, content } = readingNotes(() => {
    const root = parseVerifierKey(file.rootKey);
    return { root, content: verifyCard(file.card, root.publicKey) };
  });
  if (!content.nations.every((nation) => NATION.test(nation)) || content.nations.length === 0) {
    throw invalid("its nations are no ISO 3166-1 alpha-3 codes");
  }
  const expiresMicros = microsecondsOf(content.expires);
  return { ...file, content, root, address: addressOf(content.addresses[0] ?? ""), expiresMicros };
}

function addressOf(text: string): { host: string; port: number } {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "https:" || url.pathname !== "/" || url.username !== "" || url.search !== "") {
    throw invalid("its address is not of the form https://host:port");
  }
  return { host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port || 443) };
}

function readingNotes<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotesError) throw invalid(error.message, error);
    throw error;
  }
}

function jsonOf(text: string): { readonly [member: string]: unknown } {
  if (text.length > MAX_LENGTH) throw invalid("it is too long");
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as { readonly [member: string]: unknown };
  } catch (cause) {
    throw invalid("it is no JSON", cause);
  }
  throw invalid("it is no JSON object");
}

function invalid(reason: string, cause?: unknown): EntenteError {
  return new EntenteError({
    code: "card-invalid",
    kind: "unproven",
    message: `This is no valid node card: ${reason}.`,
    remedy: "Ask the ally for its card again: entente card --home DIR.",
    cause,
  });
}
