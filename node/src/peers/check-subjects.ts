import { setImmediate as yieldToOthers } from "node:timers/promises";
import { parseEntry, subjectOf } from "@entente/notes";
import { digestOf, type JsonObject, microsecondsOf, parseJson } from "@entente/stix";
import { hex } from "#kernel/random";
import { fromPeer, type Objects } from "#objects";
import { statedVersion } from "./stated-version.ts";
import "./tables.ts";

const AT_ONCE = 500;

type Stated = { readonly log: string; readonly reader: string; readonly writer: string };

/** Our side: every row of the reader's view has its entry, subject, time and content; every such entry its row. */
export async function checkReleased(db: Objects, { log, reader }: Stated): Promise<string[]> {
  const problems: string[] = [];
  for (let last = -1; ; ) {
    const rows = await db
      .selectFrom("views")
      .innerJoin("versions", "versions.version_id", "views.version_id")
      .leftJoin("entries", (join) => join.onRef("entries.entry", "=", "views.entry").on("entries.log", "=", log))
      .select(["views.entry", "views.id", "views.digest", "views.labels", "views.opening", "views.date_added"])
      .select(["versions.type", "versions.modified", "versions.bytes"])
      .select(["entries.subject", "entries.bytes as leaf"])
      .where("views.party", "=", reader)
      .where("views.entry", ">", last)
      .orderBy("views.entry")
      .limit(AT_ONCE)
      .execute();
    if (rows.length === 0) break;
    for (const row of rows) {
      const opening = { ...row, opening: hex(row.opening), modified: statedVersion(row) };
      const fault = faultIn(opening, row) ?? (timeOf(row.leaf) === row.date_added ? undefined : "its time differs");
      if (fault) problems.push(`${log}, entry ${row.entry} (${row.id}): ${fault}`);
    }
    last = rows.at(-1)?.entry ?? last;
    await yieldToOthers();
  }
  const rowless = await db
    .selectFrom("entries")
    .leftJoin("views", (join) => join.onRef("views.entry", "=", "entries.entry").on("views.party", "=", reader))
    .select("entries.entry")
    .where("entries.log", "=", log)
    .where("entries.kind", "in", ["release", "act"])
    .where("views.entry", "is", null)
    .execute();
  return [...problems, ...rowless.map(({ entry }) => `${log}, entry ${entry}: no row of the view belongs to it`)];
}

/** Their side: every opening gives its entry's subject, and every object that came from there has such an opening. */
export async function checkReceived(db: Objects, { log, writer }: Stated): Promise<string[]> {
  const problems: string[] = [];
  for (let last = -1; ; ) {
    const rows = await db
      .selectFrom("peer_openings")
      .leftJoin("entries", (join) =>
        join.onRef("entries.entry", "=", "peer_openings.entry").on("entries.log", "=", log),
      )
      .leftJoin("versions", (join) =>
        join
          .on("versions.origin", "=", fromPeer(writer))
          .onRef("versions.id", "=", "peer_openings.id")
          .onRef("versions.digest", "=", "peer_openings.digest"),
      )
      .select(["peer_openings.entry", "peer_openings.id", "peer_openings.modified", "peer_openings.digest"])
      .select(["peer_openings.labels", "peer_openings.opening", "entries.subject", "versions.bytes"])
      .where("peer_openings.party", "=", writer)
      .where("peer_openings.entry", ">", last)
      .orderBy("peer_openings.entry")
      .limit(AT_ONCE)
      .execute();
    if (rows.length === 0) break;
    for (const row of rows) {
      const fault = faultIn(row, row);
      if (fault) problems.push(`${log}, entry ${row.entry} (${row.id}): ${fault}`);
    }
    last = rows.at(-1)?.entry ?? last;
    await yieldToOthers();
  }
  return [...problems, ...(await unprovenVersions(db, writer))];
}

type OpeningRow = { id: string; modified: string | null; digest: string; labels: string; opening: string };

function faultIn(
  { labels, ...opening }: OpeningRow,
  { subject, bytes }: { subject: string | null; bytes: Uint8Array | null },
): string | undefined {
  try {
    if (subjectOf({ ...opening, labels: JSON.parse(labels) }) !== subject)
      return "its opening does not give its subject";
    // Not admitted yet, or waiting in quarantine.
    if (bytes === null) return undefined;
    return digestOf(parseJson(bytes) as JsonObject) === opening.digest ? undefined : "the object is not what it proves";
  } catch (error) {
    return `it cannot be read: ${(error as Error).message}`;
  }
}

function timeOf(leaf: Uint8Array | null): number | undefined {
  try {
    return leaf === null ? undefined : microsecondsOf(parseEntry(leaf).time);
  } catch {
    return undefined;
  }
}

/** What came from a peer without its log saying so. The party's own identity came on its card. */
async function unprovenVersions(db: Objects, party: string): Promise<string[]> {
  const rows = await db
    .selectFrom("versions")
    .leftJoin("peer_openings", (join) =>
      join
        .on("peer_openings.party", "=", party)
        .onRef("peer_openings.id", "=", "versions.id")
        .onRef("peer_openings.digest", "=", "versions.digest"),
    )
    .select("versions.id")
    .where("versions.origin", "=", fromPeer(party))
    .where("versions.id", "!=", party)
    .where("peer_openings.entry", "is", null)
    .execute();
  return rows.map(({ id }) => `${id}: came from ${party} without an entry`);
}
