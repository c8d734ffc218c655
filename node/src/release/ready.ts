import { type Objects, OWN, type Version } from "#objects";
import type { ObjectLine } from "../http/api.ts";
import { PUBLIC } from "./model.ts";
import { objectLines } from "./object-line.ts";

const MOST = 500;
const OPEN = ["waits-for-second-person", "waits", "running"] as const;

/**
 * What lies ready for a person to decide on, newest first: own reports that no peer has, and own objects whose newest
 * version is not where an older one went (R10). What an open decision binds to waits there instead.
 */
export async function readyObjects(db: Objects): Promise<ObjectLine[]> {
  const waiting = db
    .selectFrom("decisions")
    .innerJoin("decision_objects", "decision_objects.decision", "decisions.decision")
    .select("decision_objects.version_id")
    .where("decisions.state", "in", OPEN);
  const heads: Version[] = await db
    .selectFrom("versions")
    .innerJoin("heads", (join) =>
      join.onRef("heads.id", "=", "versions.id").onRef("heads.version_id", "=", "versions.version_id"),
    )
    .selectAll("versions")
    .where("versions.origin", "=", OWN)
    .where("versions.version_id", "not in", waiting)
    .where((where) => {
      const shown = where
        .selectFrom("versions as any_version")
        .innerJoin("views", "views.version_id", "any_version.version_id")
        .select("views.sequence")
        .whereRef("any_version.id", "=", "versions.id")
        .where("any_version.origin", "=", OWN)
        .where("views.closed_at", "is", null);
      const shownToPeer = shown.where("views.party", "!=", PUBLIC);
      const newestShown = shown.whereRef("views.version_id", "=", "versions.version_id");
      return where.or([
        where.and([where("versions.type", "=", "report"), where.not(where.exists(shownToPeer))]),
        where.and([where.exists(shown), where.not(where.exists(newestShown))]),
      ]);
    })
    .orderBy("versions.version_id", "desc")
    .limit(MOST)
    .execute();
  return objectLines(db, heads);
}
