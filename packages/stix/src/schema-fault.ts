import type { TSchema } from "typebox";
import type { Validator } from "typebox/compile";
import type { TLocalizedValidationError } from "typebox/error";
import { Settings } from "typebox/system";
import { StixError } from "./error.ts";
import { jsonPath, type PathKey } from "./json-path.ts";

/** A hostile object may have any number of faults; reporting more than these helps nobody. */
export const MAX_FAULTS = 50;

/** Keywords that only repeat, for the whole, what another error says of the very place. */
const REPEATS = new Set(["anyOf", "additionalProperties"]);

/** Why a value fails its schema: at least one error, each with a JSON path and the clause of the innermost schema. */
export function schemaFaults(validator: Validator, schema: TSchema, value: unknown): StixError[] {
  // The library's limit is one setting for the whole process, and 8: it is put back for its other users.
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: MAX_FAULTS });
  try {
    const all = validator.Errors(value);
    const precise = all.filter(({ keyword }) => !REPEATS.has(keyword));
    return (precise.length > 0 ? precise : all).map((fault) => schemaFault(schema, fault));
  } finally {
    Settings.Set({ maxErrors });
  }
}

function schemaFault(schema: TSchema, fault: TLocalizedValidationError): StixError {
  const { keys, section, expects } = locate(schema, fault.instancePath);
  const path = jsonPath(keys);
  const { rule, message } = explain(fault, expects);
  return new StixError({ code: "object-invalid", path, rule, section, message: `${path}: ${message}.` });
}

function explain({ keyword, message }: TLocalizedValidationError, expects: string | undefined) {
  if (keyword === "boolean") return { rule: "property-name", message: "this name is not allowed here" };
  if (keyword === "pattern" && expects !== undefined) return { rule: keyword, message: `must be ${expects}` };
  return { rule: keyword === "~refine" ? "value" : keyword, message };
}

type Located = {
  readonly keys: PathKey[];
  readonly section: string;
  readonly expects: string | undefined;
};

/** Follows a JSON pointer (RFC 6901) through the schema: positions in lists become numbers, sections narrow. */
function locate(root: TSchema, pointer: string): Located {
  const keys: PathKey[] = [];
  let node = root as Record<string, unknown> | undefined;
  let section = String(node?.section ?? "STIX 3");
  for (const step of pointer.split("/").slice(1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const isList = node !== undefined && "items" in node;
    keys.push(isList ? Number(name) : name);
    node = childOf(node, name);
    if (typeof node?.section === "string") section = node.section;
  }
  return { keys, section, expects: node?.expects as string | undefined };
}

function childOf(node: Record<string, unknown> | undefined, name: string): Record<string, unknown> | undefined {
  const properties = node?.properties as Record<string, Record<string, unknown>> | undefined;
  const patterns = node?.patternProperties as Record<string, Record<string, unknown>> | undefined;
  if (node?.items) return node.items as Record<string, unknown>;
  if (properties && Object.hasOwn(properties, name)) return properties[name];
  return Object.entries(patterns ?? {}).find(([pattern]) => new RegExp(pattern).test(name))?.[1];
}
