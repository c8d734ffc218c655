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
  const objects = versions.map((version) => ({ version, object: objectOf(version) }));
  const statements = objects.filter(({ version }) => version.type === "entente-statement");
  const about = new Map<string, Version>();
  for (const head of await headsOf(db, [...new Set(statements.map(({ object }) => String(object.about_ref)))])) {
    about.set(head.id, head);
  }
  return new Map(
    objects.map(({ version, object }) => {
      const subject = version.type === "entente-statement" ? about.get(object.about_ref) : undefined;
      const statement = subject && { field: String(object.field), about: { id: subject.id, ...called(subject) } };
      return [version.id, { ...called(version), ...(statement ? { statement } : {}) }];
    }),
  );
}

function called(version: Nameable): Pick<Named, "title" | "titles"> {
  const titles = titlesOf(objectOf(version));
  return { title: version.title, ...(titles ? { titles } : {}) };
}
