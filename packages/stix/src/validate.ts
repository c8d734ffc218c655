import type { TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import type { StixError } from "./error.ts";
import { observableId } from "./identifier.ts";
import type { JsonObject } from "./json.ts";
import { fault, objectFaults } from "./object-faults.ts";
import { comparedObservables } from "./pattern.ts";
import { MAX_FAULTS, schemaFaults } from "./schema-fault.ts";
import type { ObjectType } from "./types/object-type.ts";
import { objectType, schemaOf } from "./types/registry.ts";
import { unknownType } from "./types/unknown-type.ts";
import { unknownIn } from "./unknown.ts";

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
  const { validator, schema } = compiled(judged);
  if (!validator.Check(object)) {
    return { ok: false, errors: schemaFaults(validator, schema, object) };
  }
  const errors = objectFaults(judged, object);
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, MAX_FAULTS) };
  const unknown: string[] = known ? [] : ["$.type"];
  unknownIn(schema, object, "$", unknown);
  return { ok: true, object, unknown, warnings: warningsFor(object) };
}

const cache = new Map<string, { readonly validator: Validator; readonly schema: TSchema }>();

/** Compiled on first use: a process that never meets a type does not pay for it. */
function compiled(judged: ObjectType): {
  readonly validator: Validator;
  readonly schema: TSchema;
} {
  const ready = cache.get(judged.type);
  if (ready) return ready;
  const schema = schemaOf(judged);
  const fresh = { validator: Compile(schema), schema };
  cache.set(judged.type, fresh);
  return fresh;
}

function warningsFor(object: StixObject): StixWarning[] {
  const warnings: StixWarning[] = [];
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
    try {
      comparedObservables(String(object.pattern));
    } catch (error) {
      const message = (error as Error).message;
      warnings.push({
        path: "$.pattern",
        rule: "pattern",
        section: "STIX 9",
        message,
      });
    }
  }
  return warnings;
}
