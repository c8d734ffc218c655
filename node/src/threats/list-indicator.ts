import { equalityPattern, millisecondTimestamp, uuidv5 } from "@entente/stix";
import type { ListedValue } from "./read-list.ts";
import type { Value } from "./read-value.ts";

/** Where a list comes from: what its indicators' ids follow from, in the node's secret namespace. */
export type ListOrigin = {
  readonly namespace: string;
  readonly source: string;
  readonly list: string;
  /** The party whose people keep the list; absent for a list from elsewhere, whose author is not known. */
  readonly author?: string;
};
type Times = { readonly created: string; readonly modified: string; readonly valid_from: string };

/** The id of a value's indicator: the same at every import, never the same at two nodes, and it tells nothing. */
export function indicatorId({ namespace, source, list }: ListOrigin, { value, occurrence }: ListedValue): string {
  return `indicator--${uuidv5(namespace, JSON.stringify(["indicator", source, list, value, occurrence]))}`;
}

/** The STIX indicator of a listed value. */
export function indicatorOf(origin: ListOrigin, listed: ListedValue, times: Times) {
  const { text, value, references } = listed;
  return {
    type: "indicator",
    spec_version: "2.1",
    id: indicatorId(origin, listed),
    ...(origin.author ? { created_by_ref: origin.author } : {}),
    created: times.created,
    modified: times.modified,
    name: text,
    indicator_types: ["malicious-activity"],
    pattern: patternOf(value),
    pattern_type: "stix",
    pattern_version: "2.1",
    valid_from: times.valid_from,
    ...(references.length > 0 ? { external_references: references } : {}),
  };
}

/** The relationship that says what a listed value indicates; made once, with the indicator's own times. */
export function indicatesOf(origin: ListOrigin, indicator: { id: string; created: string }, about: string) {
  return {
    type: "relationship",
    spec_version: "2.1",
    id: `relationship--${uuidv5(origin.namespace, JSON.stringify(["indicates", indicator.id, about]))}`,
    ...(origin.author ? { created_by_ref: origin.author } : {}),
    created: indicator.created,
    modified: indicator.created,
    relationship_type: "indicates",
    source_ref: indicator.id,
    target_ref: about,
  };
}

export function timesAt(nowMs: number): Times {
  const now = millisecondTimestamp(nowMs);
  return { created: now, modified: now, valid_from: now };
}

/** What matches when the value is met (STIX 9). */
export function patternOf(value: Value): string {
  switch (value.kind) {
    case "host":
      return equalityPattern([{ type: value.host.type, path: "value", value: value.host.value }]);
    case "endpoint": {
      // Both must hold of the same connection, which an equality of alternatives cannot say. Host and port are
      // normalised, so that nothing in them needs an escape.
      const { host, port } = value;
      return `[network-traffic:dst_ref.value = '${host.value}' AND network-traffic:dst_port = ${port}]`;
    }
    case "url":
      return equalityPattern([{ type: "url", path: "value", value: value.url }]);
    case "host-path":
      // The list leaves the scheme out; a URL has one, so the value is either of the two that the web knows.
      return equalityPattern(
        ["http", "https"].map((scheme) => ({ type: "url", path: "value", value: `${scheme}://${value.text}` })),
      );
    case "path":
      // A path without a host is no URL: it is what a client asks for, on whichever host (STIX 6.12.2).
      return equalityPattern([{ type: "network-traffic", path: REQUEST_VALUE, value: value.path }]);
    case "hash":
      return equalityPattern([
        { type: "file", path: `hashes.'${HASH_NAME[value.hash.length] ?? ""}'`, value: value.hash },
      ]);
    case "email":
      return equalityPattern([{ type: "email-addr", path: "value", value: value.address }]);
  }
}

const REQUEST_VALUE = "extensions.'http-request-ext'.request_value";
const HASH_NAME: Readonly<Record<number, string>> = { 32: "MD5", 40: "SHA-1", 64: "SHA-256", 128: "SHA-512" };
