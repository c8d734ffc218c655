import {
  digestOf,
  parseJson,
  type Reference,
  referencesOf,
  type StixObject,
  TLP_MARKING,
  type TlpLevel,
  tlpOf,
  validateObject,
  versionKey,
} from "@entente/stix";
import { EntenteError, type Fault } from "#kernel/errors";
import { highestLevel } from "./highest-label.ts";
import { namedObservables } from "./named-observables.ts";
import { titleOf } from "./title.ts";

/** One object as admission needs it: its exact bytes, and what was read from them once. Plain data, fit for a thread. */
export type ReadObject = {
  readonly bytes: Uint8Array;
  readonly id: string;
  readonly type: string;
  readonly versionKey: string;
  readonly micros: number | null;
  readonly modified: string | null;
  readonly digest: string;
  readonly title: string;
  readonly unknown: readonly string[];
  readonly markings: readonly string[];
  readonly references: readonly Reference[];
  readonly observables: readonly { readonly type: string; readonly value: string }[];
};

const LIMITS = { maxSize: 8 * 1024 * 1024, maxDepth: 20 };
const MAX_REFERENCES = 10_000;

/**
 * Reads one object from its bytes: limits, strict JSON, schema, canonical digest (architecture.md, "admit").
 * @throws EntenteError "object-invalid" with every fault, each with its JSON path
 */
export function readObject(bytes: Uint8Array): ReadObject {
  const { object, unknown } = validObject(bytes);
  const references = referencesOf(object);
  if (references.length > MAX_REFERENCES) {
    const message = `The object refers to ${references.length} others; at most ${MAX_REFERENCES} are accepted.`;
    throw invalid(message, [{ path: "$", message }]);
  }
  const { micros, spelling } = versionKey(object);
  const digest = digestOf(object);
  return {
    bytes,
    id: object.id,
    type: object.type,
    versionKey: micros === null ? digest : String(micros),
    micros,
    modified: spelling,
    digest,
    title: titleOf(object),
    unknown,
    markings: markingsOf(object),
    references,
    observables: namedObservables(object),
  };
}

/** The object as own people write it: its bytes are its JSON. */
export function readOwnObject(object: { readonly [name: string]: unknown }): ReadObject {
  return readObject(Buffer.from(JSON.stringify(object)));
}

/** Parses and validates; the same for what is admitted and for what is only looked at. */
function validObject(bytes: Uint8Array): { object: StixObject; unknown: readonly string[] } {
  try {
    const result = validateObject(parseJson(bytes, LIMITS));
    if (result.ok) return result;
    const faults = result.errors.map(({ path, message, section }) => ({ path, message: `${message} (${section})` }));
    throw invalid(faults[0]?.message ?? "The object is not valid.", faults);
  } catch (error) {
    if (error instanceof EntenteError) throw error;
    const { message, path = "$" } = error as Error & { path?: string };
    throw invalid(message, [{ path, message }]);
  }
}

function markingsOf(object: StixObject): string[] {
  const refs = object.object_marking_refs;
  return Array.isArray(refs) ? [...new Set(refs.map(String))].sort() : [];
}

/** The TLP level of a set of markings: the highest, over both generations, by id and never by name (R4). */
export function levelOf(markings: readonly string[]): TlpLevel | null {
  return highestLevel(markings.map((marking) => tlpOf(marking) ?? null));
}

/** The assigned label as marking ids: nothing, or the level's TLP 2.0 marking. */
export function assignedMarkings(level: TlpLevel | null): string[] {
  return level ? [TLP_MARKING[level]] : [];
}

function invalid(message: string, faults: readonly Fault[]): EntenteError {
  return new EntenteError({ code: "object-invalid", message, faults });
}
