import type { TlpLevel } from "@entente/stix";
import type { Objects, Observable, Version } from "#objects";
import type { LookupRow } from "../http/api.ts";
import { type Host, parentDomains, type Value } from "./read-value.ts";

export type Via = LookupRow["matches"][number]["via"];
export type Indicator = Pick<Version, "id" | "type" | "origin" | "digest" | "title" | "bytes"> & {
  readonly label: TlpLevel | null;
};
export type Hit = { readonly indicator: Indicator; readonly via: Via };

type Key = Observable & { readonly via: Via };
/** Every URL on a host lies between two texts: the index finds it without reading others. */
type Range = { readonly from: string; readonly to: string; readonly host: string };

const MAX_HITS = 50;
const KEYS_AT_ONCE = 500;
const RANGES_AT_ONCE = 100;

/**
 * The indicators (heads only) that name each value: exactly; through the domain above it; through the host of a URL,
 * in both directions. Exact hits come first; at most 50 per value.
 */
export async function indicatorsNaming(db: Objects, values: readonly Value[]): Promise<Map<Value, Hit[]>> {
  const keys = new Map(values.map((value) => [value, keysOf(value)]));
  const byObservable = await indicatorsByObservable(db, [...keys.values()].flat());
  const byHost = await indicatorsByUrlHost(db, values.flatMap(hostLookedUp));
  return new Map(
    values.map((value) => {
      const hits = new Map<string, Hit>();
      const add = (via: Via, found: readonly Indicator[] = []) => {
        for (const indicator of found) {
          if (hits.size < MAX_HITS && !hits.has(indicator.id)) hits.set(indicator.id, { indicator, via });
        }
      };
      for (const key of keys.get(value) ?? []) add(key.via, byObservable.get(nameOf(key)));
      for (const host of hostLookedUp(value)) add("host-of-url", byHost.get(host.value));
      return [value, [...hits.values()]];
    }),
  );
}

function keysOf(value: Value): Key[] {
  switch (value.kind) {
    case "host":
    case "endpoint":
      return hostKeys(value.host, "exact");
    case "url":
      return [{ type: "url", value: value.url, via: "exact" }, ...hostKeys(value.host, "host-of-url")];
    case "host-path":
      return [
        ...["http", "https"].map((scheme): Key => ({ type: "url", value: `${scheme}://${value.text}`, via: "exact" })),
        ...hostKeys(value.host, "host-of-url"),
      ];
    case "path":
      return [{ type: "url", value: value.path, via: "exact" }];
    case "hash":
      return [{ type: "file", value: value.hash, via: "exact" }];
    case "email":
      return [{ type: "email-addr", value: value.address, via: "exact" }];
  }
}

function hostKeys({ type, value }: Host, via: Via): Key[] {
  const parents = type === "domain-name" ? parentDomains(value) : [];
  return [{ type, value, via }, ...parents.map((parent): Key => ({ type, value: parent, via: "parent-domain" }))];
}

/** A host alone is also known when a URL on it is. */
function hostLookedUp(value: Value): Host[] {
  return value.kind === "host" || value.kind === "endpoint" ? [value.host] : [];
}

const nameOf = ({ type, value }: Observable) => `${type} ${value}`;

const COLUMNS = [
  "versions.id",
  "versions.type",
  "versions.origin",
  "versions.digest",
  "versions.title",
  "versions.bytes",
  "versions.label",
  "observables.value",
  "observables.type as observable_type",
] as const;

/** From the index of values to the heads: SQLite, which keeps no statistics here, must not begin with all indicators. */
function namingQuery(db: Objects) {
  return db
    .selectFrom("observables")
    .innerJoin("versions", "versions.version_id", "observables.version_id")
    .innerJoin("heads", (join) =>
      join.onRef("heads.id", "=", "versions.id").onRef("heads.version_id", "=", "versions.version_id"),
    )
    .select(COLUMNS)
    .where("versions.type", "=", "indicator")
    .orderBy("versions.version_id");
}

async function indicatorsByObservable(db: Objects, keys: readonly Key[]): Promise<Map<string, Indicator[]>> {
  const values = [...new Set(keys.map(({ value }) => value))];
  const found = new Map<string, Indicator[]>();
  for (let at = 0; at < values.length; at += KEYS_AT_ONCE) {
    const rows = await namingQuery(db)
      .where("observables.value", "in", values.slice(at, at + KEYS_AT_ONCE))
      .execute();
    for (const row of rows) addTo(found, nameOf({ type: row.observable_type, value: row.value }), row as Indicator);
  }
  return found;
}

async function indicatorsByUrlHost(db: Objects, hosts: readonly Host[]): Promise<Map<string, Indicator[]>> {
  const ranges = [...new Set(hosts.map(({ type, value }) => (type === "ipv6-addr" ? `[${value}]` : value)))].flatMap(
    rangesOf,
  );
  const found = new Map<string, Indicator[]>();
  for (let at = 0; at < ranges.length; at += RANGES_AT_ONCE) {
    const some = ranges.slice(at, at + RANGES_AT_ONCE);
    const rows = await namingQuery(db)
      .where("observables.type", "=", "url")
      .where((where) =>
        where.or(
          some.map(({ from, to }) =>
            where.and([where("observables.value", ">=", from), where("observables.value", "<", to)]),
          ),
        ),
      )
      .execute();
    for (const row of rows) {
      const range = some.find(({ from, to }) => row.value >= from && row.value < to);
      if (range) addTo(found, range.host.replace(/^\[(.*)\]$/, "$1"), row as Indicator);
    }
  }
  return found;
}

/** From `http://host` to the next text that does not go on with a path, query or port. */
function rangesOf(host: string): Range[] {
  return ["http", "https"].flatMap((scheme) => {
    const url = `${scheme}://${host}`;
    const continued = ["/", ":", "?"].map((sign) => `${url}${sign}`);
    const exactly: Range = { from: url, to: `${url}\u0000`, host };
    return [exactly, ...continued.map((from): Range => ({ from, to: after(from), host }))];
  });
}

/** The first text after all that begin with this one. */
function after(text: string): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1);
}

function addTo(found: Map<string, Indicator[]>, key: string, indicator: Indicator): void {
  const held = found.get(key);
  if (held) held.push(indicator);
  else found.set(key, [indicator]);
}
