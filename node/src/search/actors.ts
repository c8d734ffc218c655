import { type JsonObject, referencesOf, type StixObject } from "@entente/stix";

export type Tie = { readonly object: string; readonly actor: string };

const ACTOR = /^(?:intrusion-set|threat-actor)--/;

/**
 * Which objects a version ties to which groups and actors: an actor to itself, whatever refers to one, and what a
 * relationship connects with one, not the relationship. What lies further away, such as the malware of a group's
 * malware, is not tied.
 */
export function tiedActors(id: string, object: JsonObject): Tie[] {
  const tied = object.type === "relationship" ? [object.source_ref, object.target_ref].map(String) : [id];
  const actors =
    object.type === "relationship"
      ? tied
      : [id, ...referencesOf(object as StixObject).map((reference) => reference.id)];
  const ties = new Map<string, Tie>();
  for (const actor of actors) {
    if (!ACTOR.test(actor)) continue;
    for (const one of tied) if (one !== actor || one === id) ties.set(`${one} ${actor}`, { object: one, actor });
  }
  return [...ties.values()];
}
