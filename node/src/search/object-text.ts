import type { JsonObject } from "@entente/stix";

/** What of an object can be found by words: what it is called, what is told of it, and everything else that it says. */
export type ObjectText = {
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  readonly texts: readonly string[];
  readonly rest: readonly string[];
  /** The numbers by which others name it, such as G0094 or CVE-2017-0144. */
  readonly numbers: readonly string[];
};

const NAMES = new Set(["name", "names", "title", "titles", "symbol", "value", "user_id", "account_login", "key"]);
const ALIASES = new Set(["aliases", "x_mitre_aliases"]);
const TEXTS = new Set([
  "description",
  "descriptions",
  "text",
  "texts",
  "content",
  "abstract",
  "explanation",
  "opinion",
  "statement",
]);
/** Says how an object is made, not what it is about. */
const FRAME = new Set([
  "type",
  "spec_version",
  "id",
  "created",
  "modified",
  "extension_type",
  "granular_markings",
  "pattern_type",
  "pattern_version",
  "lang",
]);
const NO_WORD = /^(?:[a-z0-9-]{1,250}--[0-9a-f-]{36}|\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/;
/** A text of this length is read; what is beyond is not found by words. */
const LONGEST = 100_000;
const DEEPEST = 8;

/** Pure: an erased object's words are taken out of the index by computing them again from its stored version. */
export function textOfObject(object: JsonObject): ObjectText {
  const names: string[] = [];
  const aliases: string[] = [];
  const texts: string[] = [];
  const rest: string[] = [];
  for (const [property, value] of Object.entries(object)) {
    if (NAMES.has(property)) names.push(...stringsIn(value));
    else if (ALIASES.has(property)) aliases.push(...stringsIn(value));
    else if (TEXTS.has(property)) texts.push(...stringsIn(value));
    else if (isSpoken(property)) rest.push(...stringsIn(value));
  }
  return { names, aliases: aliases.filter((alias) => !names.includes(alias)), texts, rest, numbers: numbersOf(object) };
}

const isSpoken = (property: string) => !FRAME.has(property) && !/_refs?$/.test(property);

/** Every text in a value, in all its languages. */
function stringsIn(value: unknown, depth = 0): string[] {
  if (typeof value === "string") return value === "" || NO_WORD.test(value) ? [] : [value.slice(0, LONGEST)];
  if (typeof value !== "object" || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => stringsIn(one, depth + 1));
  return Object.entries(value).flatMap(([name, one]) => (isSpoken(name) ? stringsIn(one, depth + 1) : []));
}

function numbersOf({ external_references }: JsonObject): string[] {
  if (!Array.isArray(external_references)) return [];
  return external_references.flatMap((reference) => {
    const { external_id } = (reference ?? {}) as JsonObject;
    return typeof external_id === "string" ? [external_id] : [];
  });
}
