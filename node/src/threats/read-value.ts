import ipaddr from "ipaddr.js";
import { parse } from "tldts";
import { normalisedHost, normalisedObservable } from "#objects";

export type HostType = "domain-name" | "ipv4-addr" | "ipv6-addr";
export type Host = { readonly type: HostType; readonly value: string };

/**
 * What a person or a list can mean by one value, normalised. `host-path`: a URL without its scheme. `path`: a path
 * that is the same on many hosts.
 */
export type Value =
  | { readonly kind: "host"; readonly host: Host }
  | { readonly kind: "endpoint"; readonly host: Host; readonly port: number }
  | { readonly kind: "url"; readonly url: string; readonly host: Host }
  | { readonly kind: "host-path"; readonly text: string; readonly host: Host }
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "hash"; readonly hash: string }
  | { readonly kind: "email"; readonly address: string };

const MAX_LENGTH = 4096;
const HASH = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i;
const URL_WITH_SCHEME = /^[a-z][a-z0-9+.-]{1,30}:\/\/([^/?#]+)/i;
const AUTHORITY_AND_REST = /^([^/?#]+)([/?#].*)$/s;
const PREFIX = /^(.+)\/(\d{1,3})$/;
/** Labels of RFC 1035 with the underscore that hosts use, before their conversion to ASCII too. */
const NAME =
  /^(?=.{4,253}$)(?:[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}_])?\.){1,127}(?:\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z0-9-]{2,59})\.?$/iu;
const PORT = /^(.+):(\d{1,5})$/;

/** Names that the public list of suffixes lacks by purpose (RFC 6761, 7686, 8375, 9476; `internal` by ICANN). */
const SPECIAL_USE: ReadonlySet<string> = new Set([
  "example",
  "test",
  "invalid",
  "localhost",
  "local",
  "onion",
  "alt",
  "internal",
] as const);

const SUFFIXES = { allowPrivateDomains: false, extractHostname: false, validateHostname: false };

/**
 * How sure a name must be to count as a domain. `registered`: its suffix is one under which names are given out, so
 * that a file name in running text is none. `listed`: whoever wrote the list says so, slips and dead suffixes included.
 */
export type Trust = "registered" | "listed";

/** Reads one value, already refanged; undefined when it is none. */
export function readValue(text: string, trust: Trust): Value | undefined {
  if (text.length === 0 || text.length > MAX_LENGTH || /[\s\p{Cc}]/u.test(text)) return undefined;
  if (text.startsWith("/")) return text.length > 1 && !text.startsWith("//") ? { kind: "path", path: text } : undefined;
  if (HASH.test(text)) return { kind: "hash", hash: text.toLowerCase() };
  const [, authority] = URL_WITH_SCHEME.exec(text) ?? [];
  if (authority !== undefined) {
    // A scheme before it says that it is a name, whatever its suffix.
    const host = hostOfAuthority(authority.slice(authority.lastIndexOf("@") + 1), "listed");
    return host && { kind: "url", url: normalisedObservable("url", text).value, host };
  }
  return emailOf(text, trust) ?? hostValue(text, trust);
}

/** The host of a URL's authority, its port left out. */
function hostOfAuthority(authority: string, trust: Trust): Host | undefined {
  return readHost(authority, trust) ?? endpointOf(authority, trust)?.host;
}

function hostValue(text: string, trust: Trust): Value | undefined {
  const host = readHost(text, trust);
  if (host) return { kind: "host", host };
  const [, address = "", prefix] = PREFIX.exec(text) ?? [];
  const range = readAddress(address);
  if (range && Number(prefix) <= (range.type === "ipv4-addr" ? 32 : 128)) {
    return { kind: "host", host: { type: range.type, value: `${range.value}/${prefix}` } };
  }
  const endpoint = endpointOf(text, trust);
  if (endpoint) return endpoint;
  const [, authority = "", rest = ""] = AUTHORITY_AND_REST.exec(text) ?? [];
  const pathHost = authority === "" ? undefined : hostOfAuthority(authority, trust);
  return pathHost && { kind: "host-path", text: `${normalisedHost(authority)}${rest}`, host: pathHost };
}

function endpointOf(text: string, trust: Trust): { kind: "endpoint"; host: Host; port: number } | undefined {
  const [, name = "", digits] = PORT.exec(text) ?? [];
  const port = Number(digits);
  const host = name === "" || port < 1 || port > 65_535 ? undefined : readHost(name, trust);
  return host && { kind: "endpoint", host, port };
}

function readHost(text: string, trust: Trust): Host | undefined {
  return readAddress(/^\[.*\]$/.test(text) ? text.slice(1, -1) : text) ?? readDomain(text, trust);
}

function readAddress(text: string): Host | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return { type: "ipv4-addr", value: text };
  if (!text.includes(":") || !ipaddr.IPv6.isValid(text)) return undefined;
  const { value } = normalisedObservable("ipv6-addr", text);
  // ::ffff:192.0.2.1 is an IPv4 address in another dress, and is listed as such.
  return { type: value.includes(":") ? "ipv6-addr" : "ipv4-addr", value };
}

function readDomain(text: string, trust: Trust): Host | undefined {
  if (!NAME.test(text)) return undefined;
  const { domain, isIcann, publicSuffix } = parse(text.toLowerCase(), SUFFIXES);
  const isRegistered = isIcann || SPECIAL_USE.has(publicSuffix ?? "");
  if (domain === null || (!isRegistered && trust === "registered")) return undefined;
  return { type: "domain-name", value: normalisedHost(text) };
}

function emailOf(text: string, trust: Trust): Value | undefined {
  const [, local = "", name = ""] = /^([^@/:]+)@([^@/:]+)$/.exec(text) ?? [];
  return local !== "" && readDomain(name, trust) ? { kind: "email", address: text.toLowerCase() } : undefined;
}

/** The domains above one, up to the one that was registered: never a suffix under which anybody may register. */
export function parentDomains(name: string): string[] {
  const { domain } = parse(name, { ...SUFFIXES, allowPrivateDomains: true });
  const parents: string[] = [];
  if (domain === null) return parents;
  for (let rest = name; rest !== domain && rest.includes("."); ) {
    rest = rest.slice(rest.indexOf(".") + 1);
    parents.push(rest);
  }
  return parents;
}
