import { type Objects, OWN, peerOf, slices, sourceOf, type Version } from "#objects";
import type { Standing } from "../http/api.ts";
import { PUBLIC } from "./model.ts";
import { isAgreed } from "./positions.ts";
import "./tables.ts";

const AGREEABLE: ReadonlySet<string> = new Set([
  "entente-outcome",
  "entente-carry-up",
  "entente-disposition",
  "entente-joint-text",
  "entente-accord",
]);

type Standable = Pick<Version, "id" | "type" | "origin" | "digest">;

/** Where an object stands, as the chips of the console say it. */
export async function standingOf(db: Objects, version: Standable): Promise<Standing> {
  const standings = await standingsOf(db, [version]);
  return standings.get(version.id) ?? { kind: "national" };
}

/** The same for many objects at once, by id. */
export async function standingsOf(db: Objects, versions: readonly Standable[]): Promise<Map<string, Standing>> {
  const shorts = await shortNames(db);
  const released = await releasedTo(
    db,
    shorts,
    versions.filter(({ origin }) => !peerOf(origin)).map(({ id }) => id),
  );
  const standings = new Map<string, Standing>();
  for (const version of versions) {
    const { id, origin } = version;
    const peer = peerOf(origin);
    const parties = released.get(id);
    if (await isJoint(db, version)) standings.set(id, { kind: "joint" });
    else if (peer) standings.set(id, { kind: "from", party: shorts.get(peer) ?? peer });
    else if (parties) standings.set(id, { kind: "released", parties });
    else if (origin === OWN) standings.set(id, { kind: "national" });
    else standings.set(id, { kind: "source", source: sourceOf(origin) ?? origin });
  }
  return standings;
}

async function isJoint(db: Objects, { id, type, digest }: Standable): Promise<boolean> {
  return type === "entente-accord" || (AGREEABLE.has(type) && (await isAgreed(db, id, digest)));
}

/** The short names of the parties in whose view each object stands, peers first. */
async function releasedTo(
  db: Objects,
  shorts: ReadonlyMap<string, string>,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  // Party by party: a view has an index of its ids, all views together have none.
  for (const party of [...shorts.keys()].sort((a, b) => Number(a === PUBLIC) - Number(b === PUBLIC))) {
    for (const some of slices(ids)) {
      const rows = await db
        .selectFrom("views")
        .select("id")
        .distinct()
        .where("party", "=", party)
        .where("id", "in", some)
        .where("closed_at", "is", null)
        .execute();
      for (const { id } of rows) found.set(id, [...(found.get(id) ?? []), shorts.get(party) ?? party]);
    }
  }
  return found;
}

/** The parties that may receive, by their short names' order. */
async function shortNames(db: Objects): Promise<Map<string, string>> {
  const rows = await db.selectFrom("parties").select(["party", "short"]).orderBy("short").execute();
  return new Map(rows.map(({ party, short }) => [party, short]));
}
