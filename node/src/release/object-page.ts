import { timestampOf } from "@entente/stix";
import { sql } from "kysely";
import { EntenteError } from "#kernel/errors";
import { headOf, type Objects, type Version, versionsOf } from "#objects";
import type { ObjectLine, ObjectPage, Proof } from "../http/api.ts";
import { editingOf } from "./editable.ts";
import { objectLines } from "./object-line.ts";

type Related = ObjectPage["referencesTo"];

const MOST_RELATED = 200;
const MOST_VERSIONS = 200;

/**
 * Everything that this node holds under an id: the head, every origin's versions, what it refers to and what refers to
 * it. @throws EntenteError "object-unknown"
 */
export async function objectPage(db: Objects, id: string, proof: Proof[]): Promise<ObjectPage> {
  const head = await headOf(db, id);
  const [line] = head ? await objectLines(db, [head]) : [];
  if (!head || !line) throw objectUnknown();
  const to = await referredTo(db, head.version_id);
  const by = await referring(db, id);
  return {
    ...line,
    json: Buffer.from(head.bytes).toString("utf8"),
    digest: head.digest,
    origin: head.origin,
    versions: (await versionsOf(db, id)).slice(0, MOST_VERSIONS).map((version) => versionLine(version, head)),
    referencesTo: await relatedLines(db, to),
    referencesToTotal: await countReferredTo(db, head.version_id),
    referencedBy: await relatedLines(db, by),
    referencedByTotal: await countReferring(db, id),
    proof,
    edit: editingOf(head),
  };
}

export function objectUnknown(): EntenteError {
  return new EntenteError({ code: "object-unknown", message: "No object of this id is held here." });
}

function versionLine(version: Version, head: Version): ObjectPage["versions"][number] {
  const { origin, modified, digest, admitted_at, version_id } = version;
  const admittedAt = timestampOf(admitted_at);
  return {
    origin,
    modified,
    digest,
    admittedAt,
    head: version_id === head.version_id,
    fromWriter: origin === head.origin,
  };
}

type WithPath = Version & { readonly path: string };

async function relatedLines(db: Objects, related: readonly WithPath[]): Promise<Related> {
  const lines = await objectLines(db, related);
  return lines.map((line: ObjectLine, index) => ({ ...line, path: related[index]?.path ?? "$" }));
}

function referredToQuery(db: Objects, versionId: number) {
  return db
    .selectFrom("object_references")
    .innerJoin("heads", "heads.id", "object_references.target")
    .where("object_references.version_id", "=", versionId);
}

function referredTo(db: Objects, versionId: number): Promise<WithPath[]> {
  return (
    referredToQuery(db, versionId)
      .innerJoin("versions", "versions.version_id", "heads.version_id")
      .selectAll("versions")
      .select("object_references.path")
      // The tenth of a list after the second, as the object has them.
      .orderBy(sql`length(object_references.path)`)
      .orderBy("object_references.path")
      .limit(MOST_RELATED)
      .execute()
  );
}

function referringQuery(db: Objects, id: string) {
  return db
    .selectFrom("object_references")
    .innerJoin("versions", "versions.version_id", "object_references.version_id")
    .innerJoin("heads", (join) =>
      join.onRef("heads.id", "=", "versions.id").onRef("heads.version_id", "=", "versions.version_id"),
    )
    .where("object_references.target", "=", id);
}

function referring(db: Objects, id: string): Promise<WithPath[]> {
  return referringQuery(db, id)
    .selectAll("versions")
    .select("object_references.path")
    .orderBy("versions.version_id", "desc")
    .limit(MOST_RELATED)
    .execute();
}

async function countReferredTo(db: Objects, versionId: number): Promise<number> {
  const row = await referredToQuery(db, versionId)
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return row.total;
}

async function countReferring(db: Objects, id: string): Promise<number> {
  const row = await referringQuery(db, id)
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return row.total;
}
