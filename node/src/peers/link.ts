import { fromPeer, type Objects, ownParty } from "#objects";
import { logHead, logName } from "#release";
import type { Link, LogState } from "../http/api.ts";
import { partyNames } from "./party-names.ts";
import { type Peer, pairedPeers } from "./store.ts";

/** How the link to the ally stands; undefined before the first pairing. */
export async function link(
  db: Objects,
  { nowMs, pullEveryMs }: { nowMs: number; pullEveryMs: number },
): Promise<Link | undefined> {
  const [peer] = await pairedPeers(db);
  const name = peer && (await partyNames(db)).get(peer.party);
  if (!peer || !name) return undefined;
  const own = await ownParty(db);
  return {
    peer: name,
    state: stateOf(peer, nowMs, pullEveryMs),
    lastContact: instant(peer.last_contact),
    lagMs: peer.lag_ms,
    toSend: await toSend(db, peer.party),
    toTakeIn: await toTakeIn(db, peer.party),
    ours: await logState(db, logName(own.id, peer.party), null),
    theirs: await logState(db, logName(peer.party, own.id), peer.checked_at),
    error: peer.error_detail,
  };
}

/** Broken: something is wrong that a person must see. Late: nothing was heard for three rounds, nor for a minute. */
function stateOf({ last_contact, error }: Peer, nowMs: number, pullEveryMs: number): Link["state"] {
  if (error !== null && error !== "peer-unavailable") return "broken";
  if (last_contact === null) return "never";
  const isLate = nowMs - last_contact / 1000 > Math.max(60_000, 3 * pullEveryMs);
  return isLate || error !== null ? "late" : "in-contact";
}

export async function logState(db: Objects, log: string, checkedAt: number | null): Promise<LogState> {
  const { size, root } = await logHead(db, log);
  return { size, root, checkedAt: instant(checkedAt) };
}

export function instant(micros: number | null): string | null {
  return micros === null ? null : new Date(micros / 1000).toISOString();
}

/** Objects that are decided for the party and not in its view yet. */
async function toSend(db: Objects, party: string): Promise<number> {
  const { count } = await db
    .selectFrom("decision_objects")
    .innerJoin("decisions", "decisions.decision", "decision_objects.decision")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("decisions.party", "=", party)
    .where("decisions.state", "=", "running")
    .where("decision_objects.entry", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Objects whose proof is here, and which are not: on their way, or waiting in quarantine. */
async function toTakeIn(db: Objects, party: string): Promise<number> {
  const { count } = await db
    .selectFrom("peer_openings")
    .leftJoin("versions", (join) =>
      join
        .on("versions.origin", "=", fromPeer(party))
        .onRef("versions.id", "=", "peer_openings.id")
        .onRef("versions.digest", "=", "peer_openings.digest"),
    )
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("peer_openings.party", "=", party)
    .where("versions.version_id", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}
