import { PARTY_DEFINITION } from "@entente/stix";
import { headOf, type Objects, objectOf, ownParty } from "#objects";
import { peerParties } from "#release";
import type { PartyName, Texts } from "../http/api.ts";

/** What the own party and the peers are called, by party id; in several languages where the identity says so. */
export async function partyNames(db: Objects): Promise<Map<string, PartyName>> {
  const own = await ownParty(db);
  const known = [own, ...(await peerParties(db)).map(({ party, short }) => ({ id: party, short }))];
  const names = new Map<string, PartyName>();
  for (const { id, short } of known) names.set(id, { id, short, ...(await namesOf(db, id, short)) });
  return names;
}

type Identity = {
  readonly name: string;
  readonly extensions?: { readonly [PARTY_DEFINITION]?: { readonly names?: Texts } };
};

async function namesOf(db: Objects, id: string, short: string): Promise<Pick<PartyName, "name" | "names">> {
  const identity = await headOf(db, id);
  if (!identity) return { name: short };
  const { name, extensions } = objectOf<Identity>(identity);
  const names = extensions?.[PARTY_DEFINITION]?.names;
  return { name: names?.en ?? name, ...(names && { names }) };
}
