import type { JsonValue } from "./json.ts";

/** Escapes that could hide half a surrogate pair, NUL, or the letters of `__proto__`: all of ASCII, for simplicity. */
const SUSPICIOUS = /\\u(?:[dD][89a-fA-F]|00[0-7])|__proto__/;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/**
 * Reads a text in which nothing needs the strict reader's attention, several times as fast as that does; undefined for
 * every other text, wrong ones included. JSON.parse knows the syntax; what it lets pass is looked for here: nesting is
 * counted beforehand, names that stand twice show because the text has more colons than the value has properties.
 */
export function readPlainJson(text: string, maxDepth: number): JsonValue | undefined {
  if (SUSPICIOUS.test(text) || !text.isWellFormed()) return undefined;
  const colons = countColons(text, maxDepth);
  if (colons === undefined) return undefined;
  try {
    const value = JSON.parse(text) as JsonValue;
    return countProperties(value) === colons ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The colons outside strings; undefined where a string is not closed or brackets nest too deep. */
function countColons(text: string, maxDepth: number): number | undefined {
  let colons = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = closingQuote(text, at);
      if (at === -1) return undefined;
    } else if (code === COLON) colons += 1;
    // "[" and "{", "]" and "}" differ in this one bit.
    else if ((code | 0x20) === 0x7b) {
      depth += 1;
      if (depth > maxDepth) return undefined;
    } else if ((code | 0x20) === 0x7d) depth -= 1;
  }
  return colons;
}

function closingQuote(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}

/** How many properties a value holds at all depths; NaN when it holds a number beyond 2^53. */
function countProperties(value: JsonValue): number {
  if (typeof value === "number") {
    return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value)) ? 0 : Number.NaN;
  }
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) for (const item of value) count += countProperties(item);
  else for (const key in value) count += 1 + countProperties(value[key] as JsonValue);
  return count;
}
