import type { JsonObject } from "@entente/stix";
import { headsOf, type Objects, objectOf, titlesOf, type Version } from "#objects";
import type { ObjectLine, TlpLevel } from "../http/api.ts";
import { standingsOf } from "./standing.ts";

type Named = Pick<ObjectLine, "title" | "titles" | "statement">;
type Nameable = Pick<Version, "id" | "type" | "title" | "bytes">;

/** Heads as any list of the console shows them, in the same order. */
export async function objectLines(db: Objects, heads: readonly Version[]): Promise<ObjectLine[]> {
  const standings = await standingsOf(db, heads);
  const names = await namesOf(db, heads);
  return heads.map(({ id, type, title, modified, label }) => ({
    id,
    type,
    ...(names.get(id) ?? { title }),
    modified,
    label: label as TlpLevel | null,
    standing: standings.get(id) ?? { kind: "national" },
  }));
}

/** What objects are called in a list, by id. */
export async function namesOf(db: Objects, versions: readonly Nameable[]): Promise<Map<string, Named>> {
  const objects = versions.map((version) => {
    const object = objectOf<JsonObject>(version);
    return { version, object, subjectId: subjectOf(version, object) };
  });
  const subjects = new Map<string, Version>();
  for (const head of await headsOf(db, [...new Set(objects.flatMap(({ subjectId }) => subjectId ?? []))])) {
    subjects.set(head.id, head);
  }
  return new Map(
    objects.map(({ version, object, subjectId }) => {
      const subject = subjects.get(subjectId ?? "");
      if (!subject) return [version.id, called(version)];
      if (version.type !== "entente-statement") return [version.id, called(subject)];
      const statement = { field: String(object.field), about: { id: subject.id, ...called(subject) } };
      return [version.id, { ...called(version), statement }];
    }),
  );
}

/** What an object without a name of its own, or with one that says too little, is about. */
function subjectOf({ type }: Nameable, object: JsonObject): string | undefined {
  switch (type) {
    case "entente-statement":
      return String(object.about_ref);
    case "entente-act":
      return String(object.subject_ref);
    case "entente-carry-up":
      return Array.isArray(object.outcome_refs) ? String(object.outcome_refs[0]) : undefined;
    default:
      return undefined;
  }
}

function called(version: Nameable): Pick<Named, "title" | "titles"> {
  const titles = titlesOf(objectOf(version));
  return { title: version.title, ...(titles ? { titles } : {}) };
}
