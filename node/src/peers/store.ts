import type { Selectable } from "kysely";
import type { ObjectsTables } from "#database";
import type { Destination } from "#kernel/outbound";
import type { Objects } from "#objects";
import "./tables.ts";

export type Peer = Selectable<ObjectsTables["peers"]>;

/** The nodes that this one is paired with, in the order of pairing. */
export function pairedPeers(db: Objects): Promise<Peer[]> {
  return db.selectFrom("peers").selectAll().orderBy("paired_at").orderBy("party").execute();
}

export function peerById(db: Objects, party: string): Promise<Peer | undefined> {
  return db.selectFrom("peers").selectAll().where("party", "=", party).executeTakeFirst();
}

/** Whose node shows this TLS key (`pinOf`), unless its card has expired. */
export async function partyByPin(db: Objects, pin: string, nowMicros: number): Promise<string | undefined> {
  const row = await db
    .selectFrom("peers")
    .select("party")
    .where((where) => where.or([where("tls_current", "=", pin), where("tls_next", "=", pin)]))
    .where("expires", ">", nowMicros)
    .executeTakeFirst();
  return row?.party;
}

/** Where the outbound door may go for peers: the addresses on their cards. */
export function peerDestinations(db: Objects): Promise<Destination[]> {
  return db.selectFrom("peers").select(["host", "port"]).execute();
}
