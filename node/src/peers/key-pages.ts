import { type KeyPage, parseCard } from "@entente/notes";
import type { Parts } from "#http";
import { partyNames } from "./party-names.ts";
import { pairedPeers } from "./store.ts";

/** The public pages on which this party and its peers show their keys, as their cards say (accord.md 4). */
export async function keyPages({ database, configuration, ownParty }: Parts): Promise<KeyPage[]> {
  const names = await partyNames(database.objects);
  const nameOf = (party: string) => names.get(party)?.name ?? party;
  const own = { party: ownParty.id, name: nameOf(ownParty.id), address: keysAddress(configuration.public.address) };
  const theirs = (await pairedPeers(database.objects)).flatMap(({ party, card }) => {
    const address = parseCard(card).addresses[1];
    return address === undefined ? [] : [{ party, name: nameOf(party), address: keysAddress(address) }];
  });
  return [own, ...theirs];
}

function keysAddress(site: string): string {
  return new URL("/en/keys", site).href;
}
