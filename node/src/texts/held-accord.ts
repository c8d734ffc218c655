import { headsOfType, type Objects, OWN, objectOf, type Version } from "#objects";
import { PUBLIC } from "#release";
import { accordFolder } from "./accord-folder.ts";
import type { HeldAccord, TextAct } from "./model.ts";

/**
 * Our own accord of a joint text. It cannot name the text, which the public may never see (R12); what ties them is the
 * manifest that our own act on the text names.
 */
export async function accordOf(db: Objects, jointTextId: string, acts: readonly TextAct[]): Promise<HeldAccord | null> {
  const signed = new Set(
    acts.filter(({ act, subject }) => act === "sign" && subject === jointTextId).map(({ digest }) => digest),
  );
  if (signed.size === 0) return null;
  const version = (await ownAccords(db)).find((accord) => signed.has(objectOf(accord).manifest_digest));
  return version ? heldAccord(db, version) : null;
}

async function ownAccords(db: Objects): Promise<Version[]> {
  return (await headsOfType(db, "entente-accord")).filter(({ origin }) => origin === OWN);
}

async function heldAccord(db: Objects, version: Version): Promise<HeldAccord> {
  const object = objectOf(version);
  const manifest = accordFolder(object).find(({ name }) => name === "manifest");
  const row = await db
    .selectFrom("views")
    .select("date_added")
    .where("party", "=", PUBLIC)
    .where("id", "=", version.id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return {
    id: version.id,
    manifest: { text: Buffer.from(manifest?.bytes ?? []).toString("utf8"), sha256: object.manifest_digest },
    instant: object.published,
    late: object.late === true,
    publishedAt: row?.date_added ?? null,
  };
}
