import type { JsonObject } from "@entente/stix";
import { type Objects, objectOf, titlesOf, type Version } from "#objects";
import type { ObjectLine, TlpLevel } from "../http/api.ts";
import { standingsOf } from "./standing.ts";

/** Heads as any list of the console shows them, in the same order. */
export async function objectLines(db: Objects, heads: readonly Version[]): Promise<ObjectLine[]> {
  const standings = await standingsOf(db, heads);
  return heads.map((head) => {
    const { id, type, title, modified, label } = head;
    const titles = titlesOf(objectOf<JsonObject>(head));
    return {
      id,
      type,
      title,
      ...(titles ? { titles } : {}),
      modified,
      label: label as TlpLevel | null,
      standing: standings.get(id) ?? { kind: "national" },
    };
  });
}
