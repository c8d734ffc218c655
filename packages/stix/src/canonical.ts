import { hash } from "node:crypto";
import { StixError } from "./error.ts";

/**
 * The canonical form of a JSON value (RFC 8785). Properties that are `undefined` are left out, as JSON does.
 * @throws StixError for what has no canonical form: NaN, infinities, lone surrogates, functions, bigints
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === "boolean" || value === null) return String(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(",")}]`;
  if (typeof value !== "object") {
    throw noCanonicalForm(`a ${typeof value === "number" ? String(value) : typeof value} is no JSON value`);
  }
  const object = value as Record<string, unknown>;
  const members = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    // Sorted by UTF-16 code units (RFC 8785 3.2.3), which is what the default order does.
    .sort()
    .map((key) => `${canonicalString(key)}:${canonicalJson(object[key])}`);
  return `{${members.join(",")}}`;
}

function canonicalString(text: string): string {
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
