import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type NodeCard, parseCard, publicKeyOf, signCard, verifierKeyText, verifierOf } from "@entente/notes";
import { millisecondTimestamp } from "@entente/stix";
import type { Parts } from "#http";
import { headOf, objectOf } from "#objects";
import { type CardFile, cardFileText, parseCardFile } from "./card-file.ts";
import { type NodeKeys, readKeys } from "./keys.ts";

type CardParts = Pick<Parts, "home" | "configuration" | "ownParty" | "database" | "clock">;

const CARD_FILE = "card.json";
const VALID_MS = 5 * 365 * 86_400_000;

/**
 * This node's card, as the text of the file that is handed to an ally. It is made when it is first asked for, and again,
 * with the next number, when what it says has changed.
 */
export async function ownCard(parts: CardParts): Promise<string> {
  const path = join(parts.home, CARD_FILE);
  const keys = readKeys(parts.home);
  const stored = existsSync(path) ? storedCard(parts.home) : undefined;
  const last = stored && parseCard(stored.card);
  const content = await contentOf(parts, keys);
  if (stored && last && isDeepStrictEqual(said(last), content)) return cardFileText(stored);
  const card = {
    ...content,
    number: (last?.number ?? 0) + 1,
    expires: millisecondTimestamp(parts.clock.now() + VALID_MS),
  };
  const text = cardFileText(cardFileOf(card, keys));
  // Renamed into place: a card that was handed out is either whole here or not there.
  writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  return text;
}

/** The card as it was last made. A node makes it before it opens its listener. */
export function storedCard(home: string): CardFile {
  return parseCardFile(readFileSync(join(home, CARD_FILE), "utf8"));
}

function cardFileOf(card: NodeCard, { root }: NodeKeys): CardFile {
  const rootKey = verifierKeyText(verifierOf(card.party.id, publicKeyOf(root)));
  return { card: signCard(card, root), rootKey };
}

type Content = Omit<NodeCard, "number" | "expires">;

async function contentOf({ configuration, ownParty, database }: CardParts, keys: NodeKeys): Promise<Content> {
  const identity = await headOf(database.objects, ownParty.id);
  if (!identity) throw new Error("the own identity is missing");
  const base64 = (key: NodeKeys["signing"]) => publicKeyOf(key).toString("base64");
  return {
    party: objectOf<NodeCard["party"]>(identity),
    nations: [ownParty.short],
    keys: { signing: base64(keys.signing), witness: base64(keys.witness), tls: [keys.tls.pin, null] },
    // First where the ally connects, then where the public reads.
    addresses: [configuration.peer.address, configuration.public.address],
  };
}

function said({ number: _number, expires: _expires, ...content }: NodeCard): Content {
  return content;
}
