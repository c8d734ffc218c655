import { identifiersInRunningText, type JsonObject, objectType, referencesOf } from "@entente/stix";
import { headsOf, type Objects, objectOf, type Version } from "#objects";
import type { Candidate, Recipient } from "./model.ts";
import { knownIds } from "./surroundings.ts";

/** Beyond this a release is split by the person; the limit keeps one decision within memory. */
export const MAX_CANDIDATES = 50_000;

/**
 * The chosen objects, each in its newest version by its writer (R0, R10), and whatever they refer to that the party does
 * not know yet: a report goes with its indicators or not at all.
 */
export async function candidatesFor(
  db: Objects,
  recipient: Recipient,
  ownId: string,
  chosen: readonly string[],
): Promise<Candidate[]> {
  const candidates = new Map<string, Candidate>();
  let next = [...new Set(chosen)];
  while (next.length > 0 && candidates.size < MAX_CANDIDATES) {
    const found = (await headsOf(db, next)).map(candidateOf);
    for (const candidate of found) candidates.set(candidate.id, candidate);
    const targets = new Set(found.flatMap(({ references }) => references.map(({ id }) => id)));
    const fresh = [...targets].filter((id) => !candidates.has(id));
    const known = await knownIds(db, recipient, ownId, fresh);
    next = fresh.filter((id) => !known.has(id));
  }
  return [...candidates.values()];
}

export function candidateOf(version: Version): Candidate {
  const object = objectOf<JsonObject>(version);
  const markings = Array.isArray(object.object_marking_refs) ? object.object_marking_refs.map(String) : [];
  const assigned = JSON.parse(version.assigned) as string[];
  return {
    versionId: version.version_id,
    origin: version.origin,
    id: version.id,
    type: version.type,
    isObservable: objectType(version.type)?.family === "observable",
    modified: version.modified,
    digest: version.digest,
    title: version.title,
    author: version.author,
    unknown: JSON.parse(version.unknown) as string[],
    granularMarkings: (object.granular_markings ?? []) as Candidate["granularMarkings"],
    labels: [...new Set([...markings, ...assigned])].sort(),
    references: referencesOf(object),
    idsInText: identifiersInRunningText(object),
    object,
  };
}
