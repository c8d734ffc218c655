import { type PartyKey, parseCard, publicKeyOf } from "@entente/notes";
import type { Objects } from "#objects";
import type { PartySigner } from "./signer.ts";

/** The signing keys on the peers' cards, as plain data, fit for the writer's thread. */
export async function peerKeys(db: Objects): Promise<PartyKey[]> {
  const cards = await db.selectFrom("peers").select(["party", "card"]).orderBy("party").execute();
  return cards.map(({ party, card }) => keyOf(party, Buffer.from(parseCard(card).keys.signing, "base64")));
}

/** This node's own signing key, public part. */
export function ownKey({ party, privateKey }: PartySigner): PartyKey {
  return keyOf(party, publicKeyOf(privateKey));
}

/** A copy: a pooled Buffer would carry its neighbours across the thread. */
function keyOf(party: string, publicKey: Uint8Array): PartyKey {
  return { party, publicKey: Uint8Array.from(publicKey) };
}
