import type { Kysely, Selectable } from "kysely";
import type { ObjectsTables } from "#database";
import type { VersionRow } from "./tables.ts";

/** A stored version as rooms read it. */
export type Version = Selectable<VersionRow>;
export type Objects = Kysely<ObjectsTables>;

/** The head of an id: its writer's newest version. */
export function headOf(db: Objects, id: string): Promise<Version | undefined> {
  return db
    .selectFrom("heads")
    .innerJoin("versions", "versions.version_id", "heads.version_id")
    .selectAll("versions")
    .where("heads.id", "=", id)
    .executeTakeFirst();
}

/** The heads of several ids, in no order; ids that nobody handed in are left out. */
export async function headsOf(db: Objects, ids: readonly string[]): Promise<Version[]> {
  const found: Version[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await db
      .selectFrom("heads")
      .innerJoin("versions", "versions.version_id", "heads.version_id")
      .selectAll("versions")
      .where("heads.id", "in", ids.slice(at, at + 500))
      .execute();
    found.push(...rows);
  }
  return found;
}

/** All heads of some types, oldest first. */
export function headsOfType(db: Objects, ...types: string[]): Promise<Version[]> {
  return db
    .selectFrom("heads")
    .innerJoin("versions", "versions.version_id", "heads.version_id")
    .selectAll("versions")
    .where("heads.type", "in", types)
    .orderBy("versions.version_id")
    .execute();
}

/**
 * The heads that refer to an id, optionally of one type. Joined by way of the versions: heads have no index of theirs,
 * and the database would read all heads of a type first.
 */
export function headsReferringTo(db: Objects, target: string, type?: string): Promise<(Version & { path: string })[]> {
  let query = db
    .selectFrom("object_references")
    .innerJoin("versions", "versions.version_id", "object_references.version_id")
    .innerJoin("heads", (join) =>
      join.onRef("heads.id", "=", "versions.id").onRef("heads.version_id", "=", "versions.version_id"),
    )
    .selectAll("versions")
    .select("object_references.path")
    .where("object_references.target", "=", target);
  if (type) query = query.where("versions.type", "=", type);
  return query.orderBy("versions.version_id").execute();
}

export function versionById(db: Objects, versionId: number): Promise<Version | undefined> {
  return db.selectFrom("versions").selectAll().where("version_id", "=", versionId).executeTakeFirst();
}

/** Every version that anyone handed in under an id, newest admission first. */
export function versionsOf(db: Objects, id: string): Promise<Version[]> {
  return db.selectFrom("versions").selectAll().where("id", "=", id).orderBy("version_id", "desc").execute();
}

/** What a version refers to. */
export function referencesFrom(db: Objects, versionId: number): Promise<{ path: string; target: string }[]> {
  return db
    .selectFrom("object_references")
    .select(["path", "target"])
    .where("version_id", "=", versionId)
    .orderBy("path")
    .execute();
}

/** The stored bytes as an object. They were validated when they were admitted. */
// biome-ignore lint/suspicious/noExplicitAny: its shape is that of its type's schema, checked at admission
export function objectOf<T = any>(version: { readonly bytes: Uint8Array }): T {
  return JSON.parse(Buffer.from(version.bytes).toString("utf8")) as T;
}
