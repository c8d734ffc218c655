import { parseEntry } from "@entente/notes";
import { hex } from "#kernel/random";
import { fromPeer, type Objects, ownParty } from "#objects";
import { logHead, logName, openRows } from "#release";
import type { Proof } from "../http/api.ts";
import { partyNames } from "./party-names.ts";
import { pairedPeers } from "./store.ts";

/** The entry that released a content, with what its subject hides. */
export type Released = {
  readonly log: string;
  readonly writer: string;
  readonly reader: string;
  readonly entry: number;
  readonly opening: string;
  readonly labels: readonly string[];
  readonly digest: string;
  readonly bytes: Uint8Array;
};

/** The entries that released an object, ours to each party and the peers' to us: of each log the newest. */
export async function releasesOf(db: Objects, id: string, nowMicros: number): Promise<Released[]> {
  const own = (await ownParty(db)).id;
  const given = await db
    .selectFrom("views")
    .select("party")
    .distinct()
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .execute();
  const ours = await Promise.all(given.map(({ party }) => releasedTo(db, { own, party, id, nowMicros })));
  const theirs = await Promise.all((await pairedPeers(db)).map(({ party }) => releasedBy(db, { own, party, id })));
  return [...ours, ...theirs].filter((found) => found !== undefined);
}

async function releasedTo(
  db: Objects,
  { own, party, id, nowMicros }: { own: string; party: string; id: string; nowMicros: number },
): Promise<Released | undefined> {
  const row = await openRows(db, party, nowMicros)
    .innerJoin("versions", "versions.version_id", "views.version_id")
    .select(["views.entry", "views.opening", "views.labels", "views.digest", "versions.bytes"])
    .where("views.id", "=", id)
    .orderBy("views.sequence", "desc")
    .executeTakeFirst();
  if (!row) return undefined;
  const { opening, labels, ...rest } = row;
  const log = { log: logName(own, party), writer: own, reader: party };
  return { ...log, ...rest, opening: hex(opening), labels: JSON.parse(labels) };
}

async function releasedBy(
  db: Objects,
  { own, party, id }: { own: string; party: string; id: string },
): Promise<Released | undefined> {
  const row = await db
    .selectFrom("peer_openings")
    .innerJoin("versions", (join) =>
      join
        .on("versions.origin", "=", fromPeer(party))
        .onRef("versions.id", "=", "peer_openings.id")
        .onRef("versions.digest", "=", "peer_openings.digest"),
    )
    .select(["peer_openings.entry", "opening", "labels", "peer_openings.digest", "versions.bytes"])
    .where("peer_openings.party", "=", party)
    .where("peer_openings.id", "=", id)
    .orderBy("peer_openings.entry", "desc")
    .executeTakeFirst();
  if (!row) return undefined;
  return { log: logName(party, own), writer: party, reader: own, ...row, labels: JSON.parse(row.labels) };
}

/** The proofs of an object as the console shows them. */
export async function proofsOf(db: Objects, id: string, nowMicros: number): Promise<Proof[]> {
  const names = await partyNames(db);
  const own = (await ownParty(db)).id;
  return Promise.all(
    (await releasesOf(db, id, nowMicros)).map(async ({ log, writer, reader, entry, opening, labels, digest }) => {
      const row = await entryOf(db, log, entry);
      const { time, kind, subject, decision } = parseEntry(row.bytes);
      const { size, root } = await logHead(db, log);
      const party = names.get(writer === own ? reader : writer) ?? null;
      const found = { log, party, entry, time, kind, subject, opening, labels: [...labels], digest };
      return { ...found, logSize: size, root, decision };
    }),
  );
}

export function entryOf(db: Objects, log: string, entry: number) {
  return db
    .selectFrom("entries")
    .select("bytes")
    .where("log", "=", log)
    .where("entry", "=", entry)
    .executeTakeFirstOrThrow();
}
