import { type TProperties, type TSchema, Type } from "typebox";
import { isTimestamp } from "../timestamp.ts";
import { hashAlgorithms } from "./vocabularies.ts";

// The data types of STIX 2. When an error is reported, the innermost `section` names the clause, and `expects` says in
// words what a pattern asks for.

const UUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

export const text = Type.String({ section: "STIX 2.15" });
export const boolean = Type.Boolean({ section: "STIX 2.2" });
export const integer = Type.Integer({ section: "STIX 2.10" });
export const count = Type.Integer({ minimum: 0, section: "STIX 2.10" });
export const float = Type.Number({ section: "STIX 2.6" });
export const binary = Type.String({
  pattern: "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
  expects: "Base64",
  section: "STIX 2.1",
});
export const hex = Type.String({
  pattern: "^(?:[0-9a-f]{2})+$",
  expects: "lower-case hexadecimal octets",
  section: "STIX 2.8",
});
export const sha256 = Type.String({
  pattern: "^[0-9a-f]{64}$",
  expects: "a SHA-256 in 64 lower-case digits",
});
export const uuid = Type.String({ pattern: `^${UUID}$`, expects: "a UUID" });

/** Not every date that has the form exists: the calendar is checked by code, the form stays readable in the schema. */
export const timestamp = Type.Refine(
  Type.String({
    pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z$",
    expects: "a timestamp (YYYY-MM-DDTHH:MM:SS[.s+]Z)",
    section: "STIX 2.16",
  }),
  isTimestamp,
  () => "must be a day and time that exist",
);

/** An id of one of the named types; of any type when none is named. */
export function identifier(...types: string[]) {
  const type = types.length === 0 ? "[a-z][a-z0-9-]*" : `(?:${types.join("|")})`;
  const expects = `a STIX id ${types.length === 0 ? "(type--UUID)" : types.map((name) => `${name}--UUID`).join(" or ")}`;
  return Type.String({
    pattern: `^${type}--${UUID}$`,
    expects,
    section: "STIX 2.9",
  });
}

/** Empty lists are forbidden (STIX 2.12). */
export function list<T extends TSchema>(item: T) {
  return Type.Array(item, { minItems: 1, section: "STIX 2.12" });
}

export function oneOf<const T extends string>(...values: T[]) {
  return Type.Enum(values, { section: "STIX 2.4" });
}

export function dictionary<T extends TSchema>(value: T) {
  const key = Type.String({ pattern: "^[a-zA-Z0-9_-]{1,250}$" });
  return Type.Record(key, value, {
    additionalProperties: false,
    section: "STIX 2.3",
  });
}

export const hashes = Type.Record(Type.String({ pattern: "^[a-zA-Z0-9_-]{3,250}$" }), text, {
  additionalProperties: false,
  minProperties: 1,
  section: "STIX 2.7",
  namesFrom: hashAlgorithms,
});

export const externalReference = Type.Object(
  {
    source_name: text,
    description: Type.Optional(text),
    url: Type.Optional(text),
    hashes: Type.Optional(hashes),
    external_id: Type.Optional(text),
  },
  { section: "STIX 2.5" },
);

export const killChainPhase = Type.Object({ kill_chain_name: text, phase_name: text }, { section: "STIX 2.11" });

export const language = Type.String({
  pattern: "^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$",
  expects: "a language tag",
  section: "RFC 5646",
});

export const granularMarking = Type.Object(
  {
    lang: Type.Optional(language),
    marking_ref: Type.Optional(identifier("marking-definition")),
    selectors: list(text),
  },
  { section: "STIX 7.2.3" },
);

/** Properties that may all be missing. */
export function optional<T extends TProperties>(properties: T) {
  return Type.Partial(Type.Object(properties)).properties;
}

/** A text in one or more languages, by BCP 47 tag. */
export const texts = Type.Record(language, text, {
  additionalProperties: false,
  minProperties: 1,
});
