import { domainToASCII } from "node:url";
import ipaddr from "ipaddr.js";

export type Observable = { readonly type: string; readonly value: string };

/** One spelling per value: IPv6 compressed, host names in punycode and lower case, hashes and mail in lower case. */
export function normalisedObservable(type: string, value: string): Observable {
  const text = value.trim();
  if (type === "ipv4-addr" || type === "ipv6-addr") return { type, value: normalisedAddress(text) };
  if (type === "domain-name") return { type, value: normalisedHost(text) };
  if (type === "url") return { type, value: normalisedUrl(text) };
  if (type === "email-addr" || type === "file") return { type, value: text.toLowerCase() };
  return { type, value: text };
}

function normalisedAddress(text: string): string {
  const [address = "", prefix] = text.split("/");
  // Four decimal parts or IPv6 only: the library would also read `1` and `010.1.1.1` as addresses.
  const isPlain = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(address) || address.includes(":");
  if (!isPlain || !ipaddr.isValid(address)) return text.toLowerCase();
  const normal = ipaddr.process(address).toString();
  return prefix === undefined ? normal : `${normal}/${prefix}`;
}

export function normalisedHost(text: string): string {
  const host = text.replace(/\.$/, "").toLowerCase();
  // domainToASCII silently drops what it does not know and reads numbers as addresses: only names that need it.
  if (/^[\x21-\x7e]+$/.test(host)) return host;
  return domainToASCII(host) || host;
}

function normalisedUrl(text: string): string {
  // A path alone (`/inc/go.php`) is listed where the host changes: it has no host to fold.
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(text);
  if (!match) return text;
  const [, scheme = "", authority = "", rest = ""] = match;
  return `${scheme.toLowerCase()}://${normalisedHost(authority)}${rest === "/" ? "" : rest}`;
}
