import { type EntenteType, ententeExtensions, type JsonObject, TLP_MARKING } from "@entente/stix";

/** A text in the three languages of the interface. */
export type Texts = { readonly en: string; readonly fr: string; readonly ko: string };

/** Who writes an object, and when: the party's identity, and an RFC 3339 instant with milliseconds. */
export type Writing = { readonly author: string; readonly at: string };

/** An object of ours that tells a public fact: TLP:CLEAR, so that its writer may release it to the public as well. */
export function written(type: EntenteType, id: string, { author, at }: Writing, properties: object): JsonObject {
  return {
    type,
    spec_version: "2.1",
    id,
    created_by_ref: author,
    created: at,
    modified: at,
    object_marking_refs: [TLP_MARKING.clear],
    extensions: ententeExtensions(type),
    ...properties,
  };
}
