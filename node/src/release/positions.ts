import type { JsonObject } from "@entente/stix";
import { headOf, type Objects, OWN, objectOf, ownParty, peerOf, type Version } from "#objects";
import "./tables.ts";

/** What a party last said about a subject, in its own log (objects.md, "One rule for all agreement"). */
export type PartyPosition = {
  readonly party: string;
  /** The act's name; `write` for the writer, whose writing is its acceptance. */
  readonly act: string;
  readonly digest: string;
  /** The act itself; null for `write`. */
  readonly actId: string | null;
  readonly object: JsonObject | null;
  /** Microseconds: when the act was admitted here. */
  readonly at: number;
  readonly entry: number | null;
};

const ACCEPTS: ReadonlySet<string> = new Set(["write", "table", "accept", "initial", "sign", "publish", "confirm"]);

/** The last acts of every party on a subject, by party. */
export async function positionsOn(db: Objects, subject: string): Promise<Map<string, PartyPosition>> {
  const own = (await ownParty(db)).id;
  const positions = new Map<string, PartyPosition>();
  const head = await headOf(db, subject);
  const writer = head && writerParty(head, own);
  if (head && writer) {
    const at = head.admitted_at;
    positions.set(writer, {
      party: writer,
      act: "write",
      digest: head.digest,
      actId: null,
      object: null,
      at,
      entry: null,
    });
  }
  for (const act of await actsOn(db, subject)) {
    const held = positions.get(act.party);
    // A version written after an act of its own writer is a newer position.
    if (!held || held.act !== "write" || act.at >= held.at) positions.set(act.party, act);
  }
  return positions;
}

/** True when both parties' positions accept this very content. */
export async function isAgreed(db: Objects, subject: string, digest: string): Promise<boolean> {
  const accepting = [...(await positionsOn(db, subject)).values()].filter(
    (position) => ACCEPTS.has(position.act) && position.digest === digest,
  );
  return new Set(accepting.map(({ party }) => party)).size >= 2;
}

/** All acts on a subject in the order of each party's log; those of a party that are not logged yet come last. */
export async function actsOn(db: Objects, subject: string): Promise<PartyPosition[]> {
  const own = (await ownParty(db)).id;
  const rows = await db
    .selectFrom("object_references")
    .innerJoin("versions", "versions.version_id", "object_references.version_id")
    .leftJoin("views", (join) =>
      join.onRef("views.version_id", "=", "versions.version_id").on("views.party", "!=", "PUBLIC"),
    )
    .selectAll("versions")
    .select("views.entry")
    .where("object_references.target", "=", subject)
    .where("object_references.path", "=", "$.subject_ref")
    .where("versions.type", "=", "entente-act")
    .orderBy("versions.version_id")
    .execute();
  return rows.flatMap((row) => {
    const party = writerParty(row as Version, own);
    if (!party) return [];
    const object = objectOf<JsonObject>(row as Version);
    // Nobody acts for another: an act counts for the party that handed it in, whatever it says of its author.
    if (object.created_by_ref !== party) return [];
    return [
      {
        party,
        act: String(object.act),
        digest: String(object.subject_digest),
        actId: row.id,
        object,
        at: row.admitted_at,
        entry: row.entry,
      },
    ];
  });
}

function writerParty({ origin }: Version, own: string): string | undefined {
  return origin === OWN ? own : peerOf(origin);
}
