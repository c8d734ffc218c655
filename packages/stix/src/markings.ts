import { StixError } from "./error.ts";
import { isIdentifier } from "./identifier.ts";
import type { JsonObject } from "./json.ts";
import { isTimestamp } from "./timestamp.ts";

export type TlpLevel = "clear" | "green" | "amber" | "amber+strict" | "red";

/** From what may be told to anyone to what may be told to nobody else. */
export const TLP_LEVELS: readonly TlpLevel[] = ["clear", "green", "amber", "amber+strict", "red"];

export const TLP_2_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
export const RELEASABILITY_DEFINITION = "extension-definition--366ff1c9-cf01-4d01-b9e6-58354b9979eb";

/** The five TLP 2.0 markings, by level. */
export const TLP_MARKING: Readonly<Record<TlpLevel, string>> = {
  clear: "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
  green: "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
  amber: "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
  "amber+strict": "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
  red: "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
};

const TLP_1_MARKINGS: readonly (readonly [string, TlpLevel])[] = [
  ["marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", "clear"],
  ["marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", "green"],
  ["marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", "amber"],
  ["marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "red"],
];

const LEVEL_BY_MARKING = new Map<string, TlpLevel>([
  ...TLP_LEVELS.map((level) => [TLP_MARKING[level], level] as const),
  ...TLP_1_MARKINGS,
]);

/** The ids of all nine TLP markings, both generations. */
export const TLP_MARKING_IDS: readonly string[] = [...LEVEL_BY_MARKING.keys()];

/** The level of a TLP marking of either generation, by id and never by name; undefined for every other marking. */
export function tlpOf(markingId: string): TlpLevel | undefined {
  return LEVEL_BY_MARKING.get(markingId);
}

/** True when `a` is stricter than `b`. */
export function isHigher(a: TlpLevel, b: TlpLevel): boolean {
  return TLP_LEVELS.indexOf(a) > TLP_LEVELS.indexOf(b);
}

/** The TLP 2.0 marking-definition of a level, exactly as OASIS fixed it. */
export function tlpDefinition(level: TlpLevel): JsonObject {
  return {
    type: "marking-definition",
    spec_version: "2.1",
    id: TLP_MARKING[level],
    created: "2022-10-01T00:00:00.000Z",
    name: `TLP:${level.toUpperCase()}`,
    extensions: {
      [TLP_2_EXTENSION]: {
        extension_type: "property-extension",
        tlp_2_0: level,
      },
    },
  };
}

export type MarkingClass =
  | { readonly kind: "tlp"; readonly level: TlpLevel }
  | { readonly kind: "statement" }
  | {
      readonly kind: "releasability";
      /** Party identities and ISO 3166-1 alpha-3 codes. */
      readonly releasableTo: readonly string[];
      readonly originatorConsent: boolean;
      readonly expires?: string;
    }
  | {
      readonly kind: "unmapped";
      readonly reason: "acs" | "iep" | "ism" | "unknown";
    };

const ACS_EXTENSION = "extension-definition--3a65884d-005a-4290-8335-cb2d778a83ce";
const FOREIGN_SCHEMES = ["acs", "iep", "ism"] as const;

/**
 * What a marking-definition object demands. Only what is understood whole is classified: a statement or a list of
 * recipients that stands beside anything else is "unmapped", since the rest may restrict further.
 */
export function classifyMarking(definition: JsonObject): MarkingClass {
  const level = tlpOf(String(definition.id));
  if (level) return { kind: "tlp", level };
  const extensions = isObject(definition.extensions) ? definition.extensions : {};
  const ids = Object.keys(extensions);
  if (definition.definition_type === "statement" && ids.length === 0) return { kind: "statement" };
  const isBare = definition.definition_type === undefined && definition.definition === undefined;
  if (isBare && ids.length === 1 && ids[0] === RELEASABILITY_DEFINITION) {
    const releasability = extensions[RELEASABILITY_DEFINITION];
    if (isObject(releasability)) return releasabilityOf(releasability);
  }
  return { kind: "unmapped", reason: foreignScheme(definition, extensions) };
}

function releasabilityOf(extension: JsonObject): MarkingClass {
  const { extension_type, releasable_to, originator_consent = false, expires, ...rest } = extension;
  const list = Array.isArray(releasable_to) ? releasable_to : [];
  const wellFormed =
    extension_type === "property-extension" &&
    Object.keys(rest).length === 0 &&
    list.length > 0 &&
    list.every((name): name is string => typeof name === "string" && isRecipient(name)) &&
    typeof originator_consent === "boolean" &&
    (expires === undefined || (typeof expires === "string" && isTimestamp(expires)));
  if (!wellFormed) return { kind: "unmapped", reason: "unknown" };
  const releasableTo = list as string[];
  const always = {
    kind: "releasability",
    releasableTo,
    originatorConsent: originator_consent === true,
  } as const;
  return typeof expires === "string" ? { ...always, expires } : always;
}

/** A recipient of a releasability marking: a party's identity id or an ISO 3166-1 alpha-3 code. */
export function isRecipient(name: string): boolean {
  return /^[A-Z]{3}$/.test(name) || (name.startsWith("identity--") && isIdentifier(name));
}

function foreignScheme(definition: JsonObject, extensions: JsonObject): "acs" | "iep" | "ism" | "unknown" {
  if (ACS_EXTENSION in extensions) return "acs";
  const names = [definition.definition_type, ...Object.values(extensions).flatMap((value) => Object.keys(value ?? {}))];
  return FOREIGN_SCHEMES.find((scheme) => names.some((name) => String(name).startsWith(scheme))) ?? "unknown";
}

/** The marking-definition that releases to a list of recipients. @throws StixError for a recipient of another form */
export function releasabilityExtension(releasableTo: readonly string[], originatorConsent = false): JsonObject {
  const wrong = releasableTo.find((name) => !isRecipient(name));
  if (wrong !== undefined || releasableTo.length === 0) {
    const message = `"${wrong ?? ""}" is no recipient: give a party's identity id or an ISO 3166-1 alpha-3 code.`;
    throw new StixError({
      code: "marking-invalid",
      rule: "recipient",
      section: "STIX 7.2.1",
      message,
    });
  }
  return {
    [RELEASABILITY_DEFINITION]: {
      extension_type: "property-extension",
      releasable_to: [...releasableTo],
      ...(originatorConsent ? { originator_consent: true } : {}),
    },
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
