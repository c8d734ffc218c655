import { hash } from "node:crypto";
import { StixError } from "./error.ts";

/** Names of properties with their quotes and colon: the same few hundred stand in every object. */
const NAMES = new Map<string, string>();
const MAX_NAMES = 4096;
const MAX_NAME_LENGTH = 64;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8785 3.2.2.2 escapes exactly these, and no surrogates
const NEEDS_CARE = /["\\\u0000-\u001f\ud800-\udfff]/;

/**
 * The canonical form of a JSON value (RFC 8785). Properties that are `undefined` are left out, as JSON does.
 * @throws StixError for what has no canonical form: NaN, infinities, lone surrogates, functions, bigints
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === "boolean" || value === null) return String(value);
  if (Array.isArray(value)) return canonicalArray(value);
  if (typeof value !== "object") {
    throw noCanonicalForm(`a ${typeof value === "number" ? String(value) : typeof value} is no JSON value`);
  }
  return canonicalObject(value as Record<string, unknown>);
}

function canonicalArray(items: readonly unknown[]): string {
  let text = "[";
  // By place, so that a hole counts as undefined and is refused.
  for (let place = 0; place < items.length; place += 1) {
    text += place === 0 ? canonicalJson(items[place]) : `,${canonicalJson(items[place])}`;
  }
  return `${text}]`;
}

function canonicalObject(object: Record<string, unknown>): string {
  let text = "{";
  // Sorted by UTF-16 code units (RFC 8785 3.2.3), which is what the default order does.
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value === undefined) continue;
    text +=
      text.length === 1 ? canonicalName(key) + canonicalJson(value) : `,${canonicalName(key)}${canonicalJson(value)}`;
  }
  return `${text}}`;
}

function canonicalName(name: string): string {
  const known = NAMES.get(name);
  if (known !== undefined) return known;
  const text = `${canonicalString(name)}:`;
  // Limited in both ways: names come from outside.
  if (NAMES.size < MAX_NAMES && name.length <= MAX_NAME_LENGTH) NAMES.set(name, text);
  return text;
}

function canonicalString(text: string): string {
  if (!NEEDS_CARE.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw noCanonicalForm("a text holds half a surrogate pair");
  return JSON.stringify(text);
}

function noCanonicalForm(reason: string): StixError {
  const message = `No canonical form: ${reason}.`;
  return new StixError({
    code: "json-text",
    rule: "canonical",
    section: "RFC 8785 3.2",
    message,
  });
}

/** SHA-256 of the canonical form, 64 lower-case hexadecimal digits: what decisions, acts and ledger entries bind to. */
export function digestOf(value: unknown): string {
  return hash("sha256", canonicalJson(value), "hex");
}
