import type { JsonObject } from "@entente/stix";
import { type Objects, objectOf, slices, type Version } from "#objects";
import { objectLines } from "#release";
import type { PartyName, SearchHit } from "../http/api.ts";
import { originName } from "./facets.ts";
import type { Hits } from "./hits.ts";
import { exactValue } from "./index-objects.ts";
import { textOfObject } from "./object-text.ts";
import type { Query } from "./query.ts";
import type { Place } from "./ranked-sections.ts";
import { holdsPhrases } from "./words.ts";

export type Naming = { readonly names: ReadonlyMap<string, PartyName>; readonly own: string };

/** Hits as a list shows them, each with why it was found, in the order of their places. */
export async function searchHits(
  db: Objects,
  places: readonly Place[],
  { query, exact, names, own }: { query: Query; exact: Hits["exact"] } & Naming,
): Promise<SearchHit[]> {
  const versions = await versionsAt(db, places);
  const lines = await objectLines(db, versions);
  const connected = await connectedTitles(db, versions);
  const below = await subdomains(db, query, versions);
  return versions.map((version, index) => {
    const line = lines[index] as SearchHit;
    const connects = connected.get(version.version_id);
    const object = objectOf<JsonObject>(version);
    const subdomain = below.get(version.version_id);
    const isExact = exact.has(version.version_id);
    return {
      ...line,
      by: !isExact && subdomain ? { kind: "subdomain", text: subdomain } : reason(version.version_id, object),
      from: originName(version.origin, names, own),
      ...(connects ? { connects } : {}),
    };
  });

  function reason(versionId: number, object: JsonObject): SearchHit["by"] {
    const by = exact.get(versionId)?.by;
    if (by?.kind === "alias") return { kind: "alias", text: spelled(object, by.text) };
    if (by) return by;
    if (query.range) return { kind: "within", text: query.understoodAs?.value ?? query.text };
    if (query.phrases.length === 0) return { kind: "filter" };
    const text = textOfObject(object);
    if (text.names.some((name) => holdsPhrases(name, query.phrases))) return { kind: "name" };
    const alias = text.aliases.find((one) => holdsPhrases(one, query.phrases));
    if (alias !== undefined) return { kind: "alias", text: alias };
    const all = [...text.names, ...text.aliases, ...text.texts].join("\n");
    return { kind: holdsPhrases(all, query.phrases) ? "words" : "rest" };
  }
}

/** The alias as its object writes it. */
const spelled = (object: JsonObject, value: string): string =>
  textOfObject(object).aliases.find((alias) => exactValue(alias) === value) ?? value;

async function versionsAt(db: Objects, places: readonly Place[]): Promise<Version[]> {
  const found = new Map<number, Version>();
  for (const some of slices(places)) {
    const ids = some.map(({ versionId }) => versionId);
    const rows = await db.selectFrom("versions").selectAll().where("version_id", "in", ids).execute();
    for (const row of rows) found.set(row.version_id, row);
  }
  return places.flatMap(({ versionId }) => found.get(versionId) ?? []);
}

/** A relationship alone says "uses": what says something is what it connects. */
async function connectedTitles(
  db: Objects,
  versions: readonly Version[],
): Promise<Map<number, { from: string; to: string }>> {
  const ids = versions.filter(({ type }) => type === "relationship").map(({ version_id }) => version_id);
  const ends = new Map<number, { from: string; to: string }>();
  for (const some of slices(ids)) {
    const rows = await db
      .selectFrom("object_references")
      .innerJoin("heads", "heads.id", "object_references.target")
      .innerJoin("versions", "versions.version_id", "heads.version_id")
      .select(["object_references.version_id", "object_references.path", "versions.title"])
      .where("object_references.version_id", "in", some)
      .where("object_references.path", "in", ["$.source_ref", "$.target_ref"])
      .execute();
    for (const { version_id, path, title } of rows) {
      const known = ends.get(version_id) ?? { from: "", to: "" };
      ends.set(version_id, path === "$.source_ref" ? { ...known, from: title } : { ...known, to: title });
    }
  }
  return ends;
}

/** Of a domain that was typed: which of the versions name one below it, and which. */
async function subdomains(db: Objects, { understoodAs }: Query, versions: readonly Version[]) {
  const below = new Map<number, string>();
  if (understoodAs?.type !== "domain-name") return below;
  for (const some of slices(versions)) {
    const ids = some.map(({ version_id }) => version_id);
    const rows = await db.selectFrom("observables").selectAll().where("version_id", "in", ids).execute();
    for (const { version_id, type, value } of rows) {
      if (type === "domain-name" && value.endsWith(`.${understoodAs.value}`)) below.set(version_id, value);
    }
  }
  return below;
}
