import { keyFingerprint, parseCard, parseEntry, signCheckpoint } from "@entente/notes";
import type { Selectable } from "kysely";
import type { ObjectsTables } from "#database";
import { fromPeer, type Objects, ownParty } from "#objects";
import { logHead, logName, namesOf, PUBLIC } from "#release";
import type { Exchange, LedgerLine, LedgerSide, ObjectLine } from "../http/api.ts";
import type { NodeKeys } from "./keys.ts";
import { instant, logState } from "./link.ts";
import { partyNames } from "./party-names.ts";
import { pairedPeers } from "./store.ts";

/** Lines per book: what a person looks at. The books themselves are served whole to whoever may verify them. */
const LINES = 200;

/** What each entry of a book is about, where the object is held here. */
type Titles = ReadonlyMap<
  number,
  { readonly id: string } & Partial<Pick<ObjectLine, "title" | "titles" | "statement">>
>;

/** Both books of the link, and our public one; undefined before the first pairing. */
export async function exchange(db: Objects, { signing }: Pick<NodeKeys, "signing">): Promise<Exchange | undefined> {
  const [peer] = await pairedPeers(db);
  const name = peer && (await partyNames(db)).get(peer.party);
  if (!peer || !name) return undefined;
  const own = (await ownParty(db)).id;
  const party = await db.selectFrom("parties").select("ceiling").where("party", "=", peer.party).executeTakeFirst();
  const signed = async (log: string) => signCheckpoint({ ...(await logHead(db, log)), origin: log }, signing);
  const ourSide = async (reader: string) => {
    const log = logName(own, reader);
    return sideOf(db, log, { titles: await titlesInView(db, reader), checkpoint: await signed(log), checkedAt: null });
  };
  const { checkpoint, checked_at: checkedAt } = peer;
  return {
    peer: name,
    address: `${peer.host}:${peer.port}`,
    ceiling: (party?.ceiling ?? "clear") as Exchange["ceiling"],
    keyFingerprint: keyFingerprint(Buffer.from(parseCard(peer.card).keys.signing, "base64")),
    pairedAt: instant(peer.paired_at) ?? "",
    ours: await ourSide(peer.party),
    theirs: await sideOf(db, logName(peer.party, own), {
      titles: await titlesOfReceived(db, peer.party),
      checkpoint,
      checkedAt,
    }),
    public: await ourSide(PUBLIC),
    quarantine: await inQuarantine(db, peer.party),
  };
}

async function sideOf(
  db: Objects,
  log: string,
  { titles, checkpoint, checkedAt }: { titles: Titles; checkpoint: string | null; checkedAt: number | null },
): Promise<LedgerSide> {
  const rows = await db
    .selectFrom("entries")
    .selectAll()
    .where("log", "=", log)
    .orderBy("entry", "desc")
    .limit(LINES)
    .execute();
  const sets = await setNames(db);
  const entries = rows.map((row) => lineOf(row, titles, sets));
  return { ...(await logState(db, log, checkedAt)), origin: log, entries, checkpoint };
}

function lineOf(
  { entry, bytes }: Selectable<ObjectsTables["entries"]>,
  titles: Titles,
  sets: ReadonlyMap<string, string>,
): LedgerLine {
  const { time, kind, subject, decision } = parseEntry(bytes);
  const { id: objectId = null, title = sets.get(subject) ?? null, ...named } = titles.get(entry) ?? {};
  return { entry, time, kind, subject, decision, title, ...named, objectId };
}

async function titlesInView(db: Objects, party: string): Promise<Titles> {
  const rows = await db
    .selectFrom("views")
    .innerJoin("versions", "versions.version_id", "views.version_id")
    .select(["views.entry", "views.id", "versions.type", "versions.title", "versions.bytes"])
    .where("views.party", "=", party)
    .orderBy("views.sequence", "desc")
    .limit(LINES)
    .execute();
  const names = await namesOf(db, rows);
  return new Map(rows.map(({ entry, id }) => [entry, { id, ...names.get(id) }]));
}

async function titlesOfReceived(db: Objects, party: string): Promise<Titles> {
  const rows = await db
    .selectFrom("peer_openings")
    .leftJoin("versions", (join) =>
      join
        .on("versions.origin", "=", fromPeer(party))
        .onRef("versions.id", "=", "peer_openings.id")
        .onRef("versions.digest", "=", "peer_openings.digest"),
    )
    .select(["peer_openings.entry", "peer_openings.id", "versions.type", "versions.title", "versions.bytes"])
    .where("peer_openings.party", "=", party)
    .orderBy("peer_openings.entry", "desc")
    .limit(LINES)
    .execute();
  // What is not admitted, or not yet, has no title here.
  const names = await namesOf(
    db,
    rows.flatMap(({ id, type, title, bytes }) => (type && title && bytes ? { id, type, title, bytes } : [])),
  );
  return new Map(rows.map(({ entry, id }) => [entry, { id, ...names.get(id) }]));
}

async function setNames(db: Objects): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom("reference_sets").select(["subject", "name", "version"]).execute();
  return new Map(rows.map(({ subject, name, version }) => [subject, `${name} ${version}`]));
}

async function inQuarantine(db: Objects, party: string): Promise<Exchange["quarantine"]> {
  const rows = await db
    .selectFrom("quarantine")
    .select(["received_at", "id", "reason"])
    .where("origin", "=", fromPeer(party))
    .orderBy("quarantine_id", "desc")
    .limit(LINES)
    .execute();
  return rows.map(({ received_at, id, reason }) => ({ at: instant(received_at) ?? "", id, reason }));
}
