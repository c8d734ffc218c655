import type { TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import type { StixError } from "./error.ts";
import { observableId } from "./identifier.ts";
import type { JsonObject } from "./json.ts";
import { fault, objectFaults } from "./object-faults.ts";
import { validatePattern } from "./pattern/validate-pattern.ts";
import { MAX_FAULTS, schemaFaults } from "./schema-fault.ts";
import { type Survey, type Surveyor, surveyorOf } from "./survey.ts";
import type { ObjectType } from "./types/object-type.ts";
import { objectType, schemaOf } from "./types/registry.ts";
import { unknownType } from "./types/unknown-type.ts";

export type StixObject = JsonObject & {
  readonly type: string;
  readonly id: string;
};

/** Something that the standard advises against, or that a person should see; it never refuses an object. */
export type StixWarning = {
  readonly path: string;
  readonly rule: string;
  readonly section: string;
  readonly message: string;
};

export type ValidationResult =
  | {
      readonly ok: true;
      readonly object: StixObject;
      /** JSON paths of types, properties and extensions that no schema knows: held, and never released (R2). */
      readonly unknown: readonly string[];
      readonly warnings: readonly StixWarning[];
    }
  | { readonly ok: false; readonly errors: readonly StixError[] };

/**
 * Judges one parsed object by STIX 2.1 and by the types that are registered here. What no schema knows is valid and
 * reported in `unknown`; every fault found is reported, with JSON path, rule and section. Never throws for an input
 * that `parseJson` returned.
 */
export function validateObject(value: unknown): ValidationResult {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return {
      ok: false,
      errors: [fault([], "object", "STIX 3.1", "A STIX object is a JSON object.")],
    };
  }
  const object = value as StixObject;
  if (typeof object.type !== "string") {
    return {
      ok: false,
      errors: [fault(["type"], "required", "STIX 3.2", "type is required, and a string.")],
    };
  }
  const known = objectType(object.type);
  const judged = known ?? unknownType(object);
  const { validator, schema, survey } = compiled(judged);
  if (!validator.Check(object)) {
    return { ok: false, errors: schemaFaults(validator, schema, object) };
  }
  const errors = objectFaults(judged, object);
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, MAX_FAULTS) };
  const { unknown, unlisted } = survey(object);
  if (!known) unknown.unshift("$.type");
  return { ok: true, object, unknown, warnings: warningsFor(object, unlisted) };
}

type Compiled = { readonly validator: Validator; readonly schema: TSchema; readonly survey: Surveyor };

const cache = new Map<string, Compiled>();

/** Compiled on first use: a process that never meets a type does not pay for it. */
function compiled(judged: ObjectType): Compiled {
  const ready = cache.get(judged.type);
  if (ready) return ready;
  const schema = schemaOf(judged);
  const fresh = { validator: Compile(schema), schema, survey: surveyorOf(schema) };
  cache.set(judged.type, fresh);
  return fresh;
}

function warningsFor(object: StixObject, unlisted: Survey["unlisted"]): StixWarning[] {
  const warnings = unlisted.slice(0, MAX_FAULTS).map(vocabularyWarning);
  const expected = observableId(object);
  if (expected !== undefined && expected !== object.id) {
    const message = `The deterministic id of this observable is ${expected}.`;
    warnings.push({
      path: "$.id",
      rule: "deterministic-id",
      section: "STIX 2.9",
      message,
    });
  }
  if (object.type === "indicator" && object.pattern_type === "stix") {
    for (const message of patternWarnings(String(object.pattern))) {
      warnings.push({ path: "$.pattern", rule: "pattern", section: "STIX 9", message });
    }
  }
  return warnings;
}

function vocabularyWarning({ path, word, vocabulary }: Survey["unlisted"][number]): StixWarning {
  const { name, section } = vocabulary;
  const message = `"${word.slice(0, 60)}" is not in the open vocabulary ${name}.`;
  return { path, rule: "vocabulary", section, message };
}

/** A pattern that cannot be read is held all the same: nothing is found by it. */
function patternWarnings(pattern: string): readonly string[] {
  const verdict = validatePattern(pattern);
  return verdict.ok ? verdict.warnings : [verdict.error.message];
}
