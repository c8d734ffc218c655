import { KNOWN_TYPES, objectType, timestampOf } from "@entente/stix";
import type { Objects } from "#objects";
import { objectLines } from "#release";
import type { Overview } from "../http/api.ts";
import { each } from "./each.ts";

const MOST = 20;

/** What comes in masses, or only says how other objects belong together: a report would be buried under it. */
const IN_MASSES: readonly string[] = [
  "indicator",
  "relationship",
  "sighting",
  "entente-act",
  "entente-paragraph",
  "marking-definition",
  ...[...KNOWN_TYPES].filter((type) => objectType(type)?.family === "observable"),
];

/** The newest objects that peers have released to us; of what comes in masses one line per type. */
export async function readReceived(db: Objects): Promise<Overview["received"]> {
  const [single, masses] = [await newestSingle(db), await newestOfMasses(db)];
  const all = [...single, ...masses];
  const lines = (await objectLines(db, all)).map((line, index) => {
    const { admitted_at = 0, more = 0 } = all[index] ?? {};
    return { ...line, at: timestampOf(admitted_at), ...(more > 0 ? { more } : {}) };
  });
  return lines.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST);
}

function fromPeers(db: Objects) {
  return db
    .selectFrom("heads")
    .innerJoin("versions", "versions.version_id", "heads.version_id")
    .where("heads.origin", "like", "peer:%");
}

async function newestSingle(db: Objects) {
  const versions = await fromPeers(db)
    .selectAll("versions")
    .where("heads.type", "not in", IN_MASSES)
    .orderBy("versions.version_id", "desc")
    .limit(MOST - 2)
    .execute();
  return versions.map((version) => ({ ...version, more: 0 }));
}

async function newestOfMasses(db: Objects) {
  const types = await fromPeers(db)
    .select(({ fn }) => ["heads.type", fn.countAll<number>().as("count"), fn.max("versions.version_id").as("newest")])
    .where("heads.type", "in", ["indicator", "sighting"])
    .groupBy("heads.type")
    .execute();
  return each(types, async ({ count, newest }) => {
    const version = await db
      .selectFrom("versions")
      .selectAll()
      .where("version_id", "=", Number(newest))
      .executeTakeFirstOrThrow();
    return { ...version, more: count - 1 };
  });
}
