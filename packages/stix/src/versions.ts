import { ID_CONTRIBUTING_PROPERTIES } from "./identifier.ts";
import { microsecondsOf } from "./timestamp.ts";

export type VersionFamily = "version" | "observable" | "definition";
export type VersionKey = {
  readonly family: VersionFamily;
  /** Microseconds since the epoch; null for observables, which have no versions and are told apart by digest. */
  readonly micros: number | null;
  /** The timestamp as the object spells it. */
  readonly spelling: string | null;
};

const DEFINITIONS = new Set(["marking-definition", "extension-definition"]);
const OBSERVABLES = new Set([...Object.keys(ID_CONTRIBUTING_PROPERTIES), "process"]);

/**
 * What tells the versions of one id apart: `modified`; for marking and extension definitions `created`; for
 * observables nothing. An unknown type is judged by the timestamps that it bears.
 * @throws StixError when that timestamp is invalid or finer than microseconds
 */
export function versionKey(object: { readonly [name: string]: unknown }): VersionKey {
  const type = String(object.type);
  if (OBSERVABLES.has(type)) return { family: "observable", micros: null, spelling: null };
  const isDefinition = DEFINITIONS.has(type) || (object.modified === undefined && object.created !== undefined);
  const spelling = isDefinition ? object.created : object.modified;
  if (spelling === undefined) return { family: "observable", micros: null, spelling: null };
  const micros = microsecondsOf(String(spelling));
  return {
    family: isDefinition ? "definition" : "version",
    micros,
    spelling: String(spelling),
  };
}
