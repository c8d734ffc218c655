import { type ComparedObservable, comparedObservables, type StixObject } from "@entente/stix";
import ipaddr from "ipaddr.js";
import { normalisedObservable, type Observable } from "./normalise.ts";

const MAX_LENGTH = 4096;
const REQUEST_VALUE = "extensions.'http-request-ext'.request_value";

/** What an object says about observables, normalised, each once: what a look-up finds it by. */
export function namedObservables(object: StixObject): Observable[] {
  const found = new Map<string, Observable>();
  const add = (type: string, value: unknown) => {
    if (typeof value !== "string" || value.length > MAX_LENGTH) return;
    const normal = normalisedObservable(type, value);
    found.set(`${normal.type} ${normal.value}`, normal);
  };
  if (object.type === "indicator" && object.pattern_type === "stix") {
    for (const compared of comparedIn(String(object.pattern))) {
      const type = observableType(compared);
      if (type) add(type, compared.value);
    }
  }
  if (typeof object.value === "string") add(object.type, object.value);
  const { hashes } = object;
  if (typeof hashes === "object" && hashes !== null && !Array.isArray(hashes)) {
    for (const hash of Object.values(hashes)) add("file", hash);
  }
  return [...found.values()];
}

/** The type of what a comparison names. Of network traffic only its ends and what was requested: a port finds nothing. */
function observableType({ type, path, value }: ComparedObservable): string | undefined {
  if (path.endsWith("_ref.value")) return typeOfHost(value);
  if (type !== "network-traffic") return type;
  return path === REQUEST_VALUE ? "url" : undefined;
}

function typeOfHost(value: string): string {
  const [address = ""] = value.split("/");
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return "ipv4-addr";
  return ipaddr.IPv6.isValid(address) ? "ipv6-addr" : "domain-name";
}

/** A pattern that cannot be read is held (STIX 4.7 leaves its language open); it only finds nothing. */
function comparedIn(pattern: string): readonly ComparedObservable[] {
  try {
    return comparedObservables(pattern);
  } catch {
    return [];
  }
}
