import { isIdentifier, isTimestamp, microsecondsOf } from "@entente/stix";
import type { VersionSelector } from "./collection.ts";
import { TaxiiError } from "./error.ts";

/** What a request asks for, each part only if the client gave it. Lists are sorted, without repetition. */
export type Parameters = {
  readonly addedAfter?: number;
  readonly limit?: number;
  readonly next?: string;
  readonly ids?: readonly string[];
  readonly types?: readonly string[];
  readonly versions?: "all" | readonly VersionSelector[];
  readonly specVersions?: readonly string[];
};

const MAX_QUERY_LENGTH = 16_384;
/** All values of one match field: a cursor carries them, and it must fit into the next request beside them. */
const MAX_MATCH_LENGTH = 4096;
const TYPE = /^[a-z0-9][a-z0-9-]{0,249}$/i;
const MATCH = /^match\[.*\]$/;
const MATCH_FIELDS = new Set(["match[id]", "match[type]", "match[version]", "match[spec_version]"]);

/**
 * Reads the URL parameters of TAXII 3.4 and 3.5.
 * @throws TaxiiError "parameter-invalid" for one that is malformed, stands there twice, or would have to be ignored
 *   although it restricts what is asked for. Parameters that are none of TAXII's are ignored.
 */
export function readParameters(query: string | URLSearchParams): Parameters {
  const search = typeof query === "string" ? new URLSearchParams(bounded(query)) : query;
  for (const name of search.keys()) {
    if (MATCH.test(name) && !MATCH_FIELDS.has(name)) throw invalid(name.slice(0, 60), "no field that can be matched");
  }
  return withoutAbsent({
    addedAfter: mapped(only(search, "added_after"), addedAfterOf),
    limit: mapped(only(search, "limit"), limitOf),
    next: only(search, "next"),
    ids: list(search, "match[id]", identifierOf),
    types: list(search, "match[type]", typeOf),
    versions: mapped(list(search, "match[version]", versionOf), versionsOf),
    specVersions: list(search, "match[spec_version]", specVersionOf),
  });
}

function bounded(query: string): string {
  if (query.length <= MAX_QUERY_LENGTH) return query;
  throw new TaxiiError("parameter-invalid", `The query is longer than ${MAX_QUERY_LENGTH} characters.`);
}

function only(search: URLSearchParams, name: string): string | undefined {
  const values = search.getAll(name);
  if (values.length > 1) throw invalid(name, "given more than once");
  return values[0];
}

function list<T>(search: URLSearchParams, name: string, read: (text: string) => T): T[] | undefined {
  const text = only(search, name);
  if (text === undefined) return undefined;
  if (text.length > MAX_MATCH_LENGTH) throw invalid(name, `longer than ${MAX_MATCH_LENGTH} characters; ask in parts`);
  return [...new Set(text.split(",").map(read))].sort();
}

function mapped<T, R>(value: T | undefined, read: (value: T) => R): R | undefined {
  return value === undefined ? undefined : read(value);
}

function addedAfterOf(text: string): number {
  if (!isTimestamp(text)) throw invalid("added_after", "no timestamp such as 2030-01-31T09:00:00.000000Z");
  // Nothing was added before 1970; clients that have no date yet send the zero of their language.
  if (Number(text.slice(0, 4)) < 1970) return 0;
  // Cutting off what is finer than microseconds asks for an earlier instant: it can repeat an object, never lose one.
  return microsOf("added_after", text.replace(/(\.\d{6})\d+Z$/, "$1Z"));
}

function limitOf(text: string): number {
  if (!/^0*[1-9]\d{0,14}$/.test(text)) throw invalid("limit", "no whole number above 0");
  return Number(text);
}

function identifierOf(text: string): string {
  if (!isIdentifier(text))
    throw invalid("match[id]", "no list of STIX identifiers, separated by commas without spaces");
  return text;
}

function typeOf(text: string): string {
  if (!TYPE.test(text)) throw invalid("match[type]", "no list of STIX types, separated by commas without spaces");
  return text;
}

function versionOf(text: string): VersionSelector | "all" {
  if (text === "all" || text === "first" || text === "last") return text;
  if (!isTimestamp(text)) throw invalid("match[version]", 'neither "all", "first", "last" nor a timestamp');
  return microsOf("match[version]", text);
}

function versionsOf(selectors: readonly (VersionSelector | "all")[]): "all" | VersionSelector[] {
  const single = selectors.filter((selector) => selector !== "all");
  return single.length < selectors.length ? "all" : single;
}

function specVersionOf(text: string): string {
  if (!/^\d{1,3}\.\d{1,3}$/.test(text)) throw invalid("match[spec_version]", "no list of versions such as 2.1");
  return text;
}

function microsOf(name: string, text: string): number {
  try {
    return microsecondsOf(text);
  } catch (error) {
    throw invalid(name, error instanceof Error ? error.message : "no timestamp");
  }
}

function withoutAbsent<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function invalid(name: string, what: string): TaxiiError {
  return new TaxiiError("parameter-invalid", `The parameter ${name} is wrong: ${what}.`);
}
