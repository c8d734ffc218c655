import { type Objects, OWN, ownParty, peerOf, sourceOf, type Version } from "#objects";
import { PUBLIC, peerParties } from "#release";
import type { PartyName, Side } from "../http/api.ts";
import type { Held, Names, Session } from "./model.ts";

/** The party that wrote an object: whoever handed it in (R7), whatever it says of its author; null for an import. */
export function writerOf({ origin }: Pick<Version, "origin">, own: string): string | null {
  return origin === OWN ? own : (peerOf(origin) ?? null);
}

export function sideOf({ origin }: Pick<Version, "origin">): Side {
  return peerOf(origin) ? "theirs" : "ours";
}

/**
 * The other party of a session: a mechanism has exactly two. It is who wrote the session, else to whom it was released,
 * else the one peer that there is; null while that is not clear.
 */
export async function counterpartOf(db: Objects, { version }: Held<Session>): Promise<string | null> {
  const writer = peerOf(version.origin);
  if (writer) return writer;
  const released = await db
    .selectFrom("views")
    .select("party")
    .distinct()
    .where("id", "=", version.id)
    .where("party", "!=", PUBLIC)
    .where("closed_at", "is", null)
    .execute();
  const candidates = released.length > 0 ? released : await peerParties(db);
  return candidates.length === 1 ? (candidates[0]?.party ?? null) : null;
}

/** What people call a party in one word; the id where it is neither we nor a peer. */
export async function shortOf(db: Objects, party: string | null): Promise<string> {
  const own = await ownParty(db);
  if (party === own.id) return own.short;
  const peer = (await peerParties(db)).find((one) => one.party === party);
  return peer?.short ?? party ?? "";
}

/** The name of who handed in an object: a party, or the source of an import. */
export function nameOfWriter(version: Pick<Version, "origin">, own: string, names: Names): PartyName {
  const writer = writerOf(version, own);
  return writer ? nameOf(writer, names) : unnamed(sourceOf(version.origin) ?? version.origin);
}

export function nameOf(party: string, names: Names): PartyName {
  return names.get(party) ?? unnamed(party);
}

function unnamed(id: string): PartyName {
  return { id, short: id, name: id };
}
