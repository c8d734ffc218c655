import { type TProperties, type TSchema, Type } from "typebox";
import type { PathKey } from "../json-path.ts";
import { sortableTime } from "../timestamp.ts";
import {
  boolean,
  externalReference,
  granularMarking,
  identifier,
  language,
  list,
  optional,
  text,
  timestamp,
} from "./datatypes.ts";

export type ObjectFamily = "domain" | "relationship" | "observable" | "meta";

/** A rule of the standard that joins several properties, so that no schema of a single one can say it. */
export type ObjectRule = {
  readonly rule: string;
  readonly path: readonly PathKey[];
  readonly message: string;
  /** The clause, where it is not the type's own. */
  readonly section?: string;
  // biome-ignore lint/suspicious/noExplicitAny: rules run after the schema has passed, on any type
  readonly holds: (object: any) => boolean;
};

export type ObjectType = {
  readonly type: string;
  readonly family: ObjectFamily;
  readonly section: string;
  readonly properties: TProperties;
  /** Schemas of the extensions that the type knows, by extension name or definition id. */
  readonly extensions: Readonly<Record<string, TSchema>>;
  readonly rules: readonly ObjectRule[];
};

type Details = {
  readonly extensions?: Readonly<Record<string, TSchema>>;
  readonly rules?: readonly ObjectRule[];
};

const markings = optional({
  object_marking_refs: list(identifier("marking-definition")),
  granular_markings: list(granularMarking),
});

/** What every object bears that has versions (STIX 3.2). */
const versioned = {
  spec_version: Type.Literal("2.1"),
  created: timestamp,
  modified: timestamp,
  ...optional({
    created_by_ref: identifier("identity"),
    revoked: boolean,
    labels: list(text),
    confidence: Type.Integer({ minimum: 0, maximum: 100, section: "STIX 3.2" }),
    lang: language,
    external_references: list(externalReference),
  }),
  ...markings,
};

const unversionedDefinition = {
  spec_version: Type.Literal("2.1"),
  created: timestamp,
  ...optional({
    created_by_ref: identifier("identity"),
    external_references: list(externalReference),
  }),
  ...markings,
};

const observable = {
  ...optional({ spec_version: Type.Literal("2.1"), defanged: boolean }),
  ...markings,
};

/** Describes a type of STIX domain object: `common` and `own` properties in one. */
export function domainObject(type: string, section: string, own: TProperties, details?: Details): ObjectType {
  return objectType("domain", type, section, { ...versioned, ...own }, details);
}

export function relationshipObject(type: string, section: string, own: TProperties, details?: Details): ObjectType {
  return objectType("relationship", type, section, { ...versioned, ...own }, details);
}

/** A meta object with versions; no meta object bears `lang` (STIX 3.1). */
export function metaObject(type: string, section: string, own: TProperties, details?: Details): ObjectType {
  const { lang: _, ...common } = versioned;
  return objectType("meta", type, section, { ...common, ...own }, details);
}

export function markingObject(type: string, section: string, own: TProperties, details?: Details): ObjectType {
  return objectType("meta", type, section, { ...unversionedDefinition, ...own }, details);
}

export function observableObject(type: string, section: string, own: TProperties, details?: Details): ObjectType {
  return objectType("observable", type, section, { ...observable, ...own }, details);
}

function objectType(
  family: ObjectFamily,
  type: string,
  section: string,
  own: TProperties,
  { extensions = {}, rules = [] }: Details = {},
): ObjectType {
  const properties = { type: Type.Literal(type), id: identifier(type), ...own };
  const common = "modified" in properties ? [{ ...notBefore("modified", "created"), section: "STIX 3.2" }] : [];
  return { type, family, section, properties, extensions, rules: [...common, ...rules] };
}

/** At least one of the named properties is there. */
export function anyOf(...names: string[]): ObjectRule {
  return {
    rule: "any-of",
    path: [],
    message: `At least one of ${names.join(", ")} is required.`,
    holds: (object) => names.some((name) => object[name] !== undefined),
  };
}

/** The second timestamp is not before the first, where both are there. */
export function notBefore(later: string, earlier: string): ObjectRule {
  return {
    rule: "time-order",
    path: [later],
    message: `${later} must not be before ${earlier}.`,
    holds: (object) => {
      const [a, b] = [object[later], object[earlier]];
      if (a === undefined || b === undefined) return true;
      // Of one length, they sort as they stand.
      return a.length === b.length ? a >= b : sortableTime(a) >= sortableTime(b);
    },
  };
}

/** The second timestamp is after the first, where both are there. */
export function after(later: string, earlier: string): ObjectRule {
  const reverse = notBefore(earlier, later);
  return {
    rule: "time-order",
    path: [later],
    message: `${later} must be after ${earlier}.`,
    holds: (object) => object[earlier] === undefined || object[later] === undefined || !reverse.holds(object),
  };
}

/** `name` may only stand there together with `other`. */
export function onlyWith(name: string, other: string): ObjectRule {
  return {
    rule: "only-with",
    path: [name],
    message: `${name} needs ${other} beside it.`,
    holds: (object) => object[name] === undefined || object[other] !== undefined,
  };
}
