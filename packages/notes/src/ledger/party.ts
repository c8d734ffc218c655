const PARTY = /^identity--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The reader of what anyone may see. */
export const PUBLIC = "PUBLIC";

/** True for a party's id: a STIX identity id in lower case, which is safe in a file name, a key name and a log's name. */
export function isPartyId(value: unknown): value is string {
  return typeof value === "string" && PARTY.test(value);
}

/** True for who may read: a party's id, or PUBLIC. */
export function isReader(value: unknown): value is string {
  return value === PUBLIC || isPartyId(value);
}

/** The name of a writer's log for one reader, which is also the name of the key that signs its checkpoints. */
export function logOrigin(writer: string, reader: string): string {
  return `${writer}/${reader}`;
}

/** A party and its key (32 raw bytes), known from elsewhere: pairing, a card, a public page. */
export type PartyKey = { readonly party: string; readonly publicKey: Uint8Array };
