import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical.ts";
import { StixError } from "./error.ts";
import type { JsonObject, JsonValue } from "./json.ts";

const IDENTIFIER = /^[a-z][a-z0-9-]*--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HYPHEN = 0x2d;
const UUID_AFTER_TYPE = /--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const TYPE_BEFORE = /[a-z0-9-]{1,250}$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The namespace that STIX reserves for deterministic observable ids (STIX 2.9). */
export const OBSERVABLE_NAMESPACE = "00abedb4-aa42-466c-9c01-fed23315a9b7";

/** The properties that make up an observable's deterministic id, by type (STIX 6.x, "ID Contributing Properties"). */
export const ID_CONTRIBUTING_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  artifact: ["hashes", "payload_bin"],
  "autonomous-system": ["number"],
  directory: ["path"],
  "domain-name": ["value"],
  "email-addr": ["value"],
  "email-message": ["from_ref", "subject", "body"],
  file: ["hashes", "name", "extensions", "parent_directory_ref"],
  "ipv4-addr": ["value"],
  "ipv6-addr": ["value"],
  "mac-addr": ["value"],
  mutex: ["name"],
  "network-traffic": ["start", "end", "src_ref", "dst_ref", "src_port", "dst_port", "protocols", "extensions"],
  software: ["name", "cpe", "swid", "vendor", "version"],
  url: ["value"],
  "user-account": ["account_type", "user_id", "account_login"],
  "windows-registry-key": ["key", "values"],
  "x509-certificate": ["hashes", "serial_number"],
};

/**
 * True when the whole text is a STIX id (STIX 2.9). Any UUID version and either case count, because this also decides
 * what is a reference: an id in an odd spelling must not slip past the release rule.
 */
export function isIdentifier(text: string): boolean {
  // The two hyphens before the UUID tell almost every other text apart at once.
  return text.length >= 38 && text.charCodeAt(text.length - 37) === HYPHEN && IDENTIFIER.test(text);
}

/** The type that an id begins with. @throws StixError when the text is no id */
export function typeOfIdentifier(id: string): string {
  if (!isIdentifier(id)) throw invalid(`"${id.slice(0, 80)}" is no STIX identifier (type--UUID)`);
  return id.slice(0, -38);
}

/** UUIDv5 (RFC 4122 4.3) of a name in a namespace, itself a UUID. @throws StixError for a malformed namespace */
export function uuidv5(namespace: string, name: string): string {
  if (!UUID.test(namespace)) throw invalid(`the namespace "${namespace.slice(0, 80)}" is no UUID`);
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name)
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * The deterministic id that STIX 2.9 gives an observable, or undefined when its type has none (a process, an unknown
 * type) or none of its contributing properties is there.
 */
export function observableId(object: JsonObject): string | undefined {
  const type = String(object.type);
  const contributing: JsonObject = {};
  // Own keys only: a type named `constructor` is a valid unknown type.
  const names = Object.hasOwn(ID_CONTRIBUTING_PROPERTIES, type) ? ID_CONTRIBUTING_PROPERTIES[type] : [];
  for (const name of names ?? []) {
    const value = object[name];
    if (value !== undefined) contributing[name] = name === "hashes" ? preferredHash(value) : value;
  }
  if (Object.keys(contributing).length === 0) return undefined;
  return `${type}--${uuidv5(OBSERVABLE_NAMESPACE, canonicalJson(contributing))}`;
}

/** Of several hashes exactly one contributes: MD5, SHA-1, SHA-256, SHA-512, else the first (STIX 2.9). */
function preferredHash(hashes: JsonValue): JsonValue {
  if (typeof hashes !== "object" || hashes === null || Array.isArray(hashes)) return hashes;
  const name = ["MD5", "SHA-1", "SHA-256", "SHA-512"].find((known) => known in hashes) ?? Object.keys(hashes)[0];
  return name === undefined ? hashes : { [name]: hashes[name] ?? null };
}

/** Every STIX id that stands anywhere in a text, each once, in order. Linear in the length of the text. */
export function identifiersInText(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(UUID_AFTER_TYPE)) {
    const type = TYPE_BEFORE.exec(text.slice(Math.max(0, match.index - 250), match.index))?.[0].replace(/^[-0-9]+/, "");
    if (type) found.add(type + match[0]);
  }
  return [...found];
}

function invalid(what: string): StixError {
  return new StixError({
    code: "identifier-invalid",
    rule: "identifier",
    section: "STIX 2.9",
    message: `Wrong identifier: ${what}.`,
  });
}
