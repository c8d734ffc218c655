import type { KeyObject } from "node:crypto";
import { parseCard, publicKeyOf } from "@entente/notes";
import type { Parts } from "#http";
import { readKeys } from "./keys.ts";
import { peerById } from "./store.ts";

type KeyParts = Pick<Parts, "home" | "ownParty" | "database">;

/** The own party's signing key, under the party's id. */
export function signerOf({ home, ownParty }: Pick<KeyParts, "home" | "ownParty">): {
  party: string;
  privateKey: KeyObject;
} {
  return { party: ownParty.id, privateKey: readKeys(home).signing };
}

/** The signing key on a party's card (32 bytes), the own party included; undefined for a stranger. */
export function keyOfParty({ home, ownParty, database }: KeyParts): (party: string) => Promise<Uint8Array | undefined> {
  const own = publicKeyOf(readKeys(home).signing);
  return async (party) => {
    if (party === ownParty.id) return own;
    const peer = await peerById(database.objects, party);
    return peer && Buffer.from(parseCard(peer.card).keys.signing, "base64");
  };
}
