import { randomUUID } from "node:crypto";
import { EntenteError } from "#kernel/errors";
import { fromSource, type Objects, OWN } from "#objects";

export type BundleSelection = {
  readonly source?: string;
  readonly type?: readonly string[];
  readonly id?: readonly string[];
  /** The place of the last object of the part before; 0 begins. */
  readonly after: number;
};
/** A part of the bundle's text, and where the next one begins; null after the last. */
export type ExportedPart = { readonly text: string; readonly next: number | null };

const AT_ONCE = 500;

/** A STIX bundle part by part, so that a large one passes through; each object with its exact bytes. */
export async function exportBundle(db: Objects, selection: BundleSelection): Promise<ExportedPart> {
  const { source, type, id, after } = selection;
  if (source === undefined && type === undefined && id === undefined) {
    throw new EntenteError({
      code: "input-invalid",
      message: "An export needs a selection.",
      remedy: "Give --source NAME, --type TYPE or --id ID.",
    });
  }
  let query = db
    .selectFrom("heads")
    .innerJoin("versions", "versions.version_id", "heads.version_id")
    .select(["versions.version_id", "versions.bytes"])
    .where("versions.version_id", ">", after);
  if (source !== undefined) query = query.where("heads.origin", "=", source === "own" ? OWN : fromSource(source));
  if (type !== undefined) query = query.where("heads.type", "in", type);
  if (id !== undefined) query = query.where("heads.id", "in", id);
  const rows = await query.orderBy("versions.version_id").limit(AT_ONCE).execute();
  const objects = rows.map(({ bytes }) => Buffer.from(bytes).toString("utf8")).join(",\n");
  const begins = after === 0 ? `{"type":"bundle","id":"bundle--${randomUUID()}"` : "";
  const list = objects === "" ? "" : `${after === 0 ? ',"objects":[\n' : ",\n"}${objects}`;
  const next = rows.length === AT_ONCE ? (rows.at(-1)?.version_id ?? null) : null;
  const hasList = after > 0 || rows.length > 0;
  return { text: `${begins}${list}${next === null ? `${hasList ? "\n]" : ""}}\n` : ""}`, next };
}
