import type { TlpLevel } from "@entente/stix";
import { sql } from "kysely";
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
const AT_ONCE = 500;

/**
 * The indicators (heads only) that name each value: exactly; through the domain above it; through the host of a URL,
 * in both directions. Exact hits come first; at most 50 per value.
 */
export async function indicatorsNaming(db: Objects, values: readonly Value[]): Promise<Map<Value, Hit[]>> {
  const keys = new Map(values.map((value) => [value, keysOf(value)]));
  const byObservable = await indicatorsBy(db, await namedExactly(db, [...keys.values()].flat()));
  const byHost = await indicatorsBy(db, await namedByUrl(db, values.flatMap(hostLookedUp)));
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

type Naming = { readonly name: string; readonly versionId: number };

/** Finds first what names the values, by the index of values alone, then the heads among it. */
async function indicatorsBy(db: Objects, naming: readonly Naming[]): Promise<Map<string, Indicator[]>> {
  const indicators = await indicatorHeads(db, [...new Set(naming.map(({ versionId }) => versionId))]);
  const found = new Map<string, Indicator[]>();
  for (const { name, versionId } of naming) {
    const indicator = indicators.get(versionId);
    if (indicator) found.set(name, [...(found.get(name) ?? []), indicator]);
  }
  return found;
}

async function namedExactly(db: Objects, keys: readonly Key[]): Promise<Naming[]> {
  const values = [...new Set(keys.map(({ value }) => value))];
  const naming: Naming[] = [];
  for (let at = 0; at < values.length; at += AT_ONCE) {
    const rows = await db
      .selectFrom("observables")
      .selectAll()
      .where("value", "in", values.slice(at, at + AT_ONCE))
      .execute();
    for (const { type, value, version_id } of rows)
      naming.push({ name: nameOf({ type, value }), versionId: version_id });
  }
  return naming;
}

/** The URLs on each host. The ranges are joined as rows: a list of alternatives would read every URL. */
async function namedByUrl(db: Objects, hosts: readonly Host[]): Promise<Naming[]> {
  const ranges = [...new Map(hosts.map((host) => [host.value, host])).values()].flatMap(rangesOf);
  const naming: Naming[] = [];
  for (let at = 0; at < ranges.length; at += AT_ONCE) {
    const wanted = ranges.slice(at, at + AT_ONCE).map(({ host, from, to }) => sql`(${host}, ${from}, ${to})`);
    const { rows } = await sql<{ host: string; begins: string; value: string; type: string; version_id: number }>`
      with wanted (host, begins, ends) as (values ${sql.join(wanted)})
      select wanted.host, wanted.begins, observables.value, observables.type, observables.version_id
      from wanted
      join observables on observables.value >= wanted.begins and observables.value < wanted.ends
    `.execute(db);
    for (const { host, begins, value, type, version_id } of rows) {
      // Between the two texts lie other hosts as well, such as evil.example.org for evil.example.
      const isOnHost = type === "url" && AFTER_HOST.test(value.slice(begins.length));
      if (isOnHost) naming.push({ name: host, versionId: version_id });
    }
  }
  return naming;
}

const AFTER_HOST = /^(?:$|[/:?])/;

/** All URLs that go on after the host with nothing, a path, a port or a query: `@` is the sign after these. */
function rangesOf({ type, value }: Host): Range[] {
  const name = type === "ipv6-addr" ? `[${value}]` : value;
  return ["http", "https"].map((scheme) => {
    const from = `${scheme}://${name}`;
    return { from, to: `${from}@`, host: value };
  });
}

async function indicatorHeads(db: Objects, versionIds: readonly number[]): Promise<Map<number, Indicator>> {
  const indicators = new Map<number, Indicator>();
  for (let at = 0; at < versionIds.length; at += AT_ONCE) {
    const rows = await db
      .selectFrom("versions")
      .innerJoin("heads", (join) =>
        join.onRef("heads.id", "=", "versions.id").onRef("heads.version_id", "=", "versions.version_id"),
      )
      .selectAll("versions")
      .where("versions.version_id", "in", versionIds.slice(at, at + AT_ONCE))
      .where("versions.type", "=", "indicator")
      .execute();
    for (const { label, ...version } of rows) {
      indicators.set(version.version_id, { ...version, label: label as TlpLevel | null });
    }
  }
  return indicators;
}
