import { StixError, type StixErrorCode } from "./error.ts";
import { jsonPath, type PathKey } from "./json-path.ts";
import { readPlainJson } from "./plain-json.ts";

export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export type JsonObject = { [key: string]: JsonValue };

export type JsonLimits = {
  /** Size of the input in bytes (of a string: in UTF-16 code units). */
  readonly maxSize?: number;
  /** Nesting of arrays and objects. */
  readonly maxDepth?: number;
};

const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const DEFAULT_MAX_SIZE = 32 * 1024 * 1024;
const DEFAULT_MAX_DEPTH = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 7 forbids exactly these unescaped
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Record<string, string> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/**
 * Reads one JSON text, strictly: UTF-8 without byte order mark, no duplicate keys, no `__proto__` key, no NUL and no
 * lone surrogate in any text, no number that a double cannot hold as written (integers beyond 2^53 included).
 * Whatever passes has one canonical form, and every database stores it without changing it.
 * @throws StixError with the JSON path of the first fault (RFC 8259, RFC 7493)
 */
export function parseJson(input: Uint8Array | string, limits: JsonLimits = {}): JsonValue {
  if (input.length > (limits.maxSize ?? DEFAULT_MAX_SIZE)) {
    throw new StixError({
      code: "json-limit",
      rule: "max-size",
      section: "RFC 8259 9",
      message: `The JSON text has ${input.length} bytes; at most ${limits.maxSize ?? DEFAULT_MAX_SIZE} are accepted.`,
    });
  }
  const text = textOf(input);
  const maxDepth = limits.maxDepth ?? DEFAULT_MAX_DEPTH;
  // Whatever is not certainly harmless goes to the strict reader, which alone judges and names faults.
  return readPlainJson(text, maxDepth) ?? new JsonReader(text, maxDepth).document();
}

function textOf(input: Uint8Array | string): string {
  if (typeof input === "string") return input;
  try {
    return UTF_8.decode(input);
  } catch {
    throw new StixError({
      code: "json-text",
      rule: "utf-8",
      section: "RFC 8259 8.1",
      message: "The text is not valid UTF-8.",
    });
  }
}

class JsonReader {
  readonly #text: string;
  readonly #maxDepth: number;
  readonly #keys: PathKey[] = [];
  #at = 0;

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  document(): JsonValue {
    const value = this.#value();
    this.#space();
    if (this.#at < this.#text.length) this.#fail("json-syntax", "one-value", "text after the end of the JSON value");
    return value;
  }

  #value(): JsonValue {
    this.#space();
    const first = this.#text[this.#at];
    if (first === "{") return this.#object();
    if (first === "[") return this.#array();
    if (first === '"') return this.#string();
    if (first === "t") return this.#word("true", true);
    if (first === "f") return this.#word("false", false);
    if (first === "n") return this.#word("null", null);
    return this.#number();
  }

  #object(): JsonObject {
    const object: JsonObject = {};
    this.#enter();
    if (this.#opens("}")) return object;
    do {
      this.#space();
      if (this.#text[this.#at] !== '"') this.#fail("json-syntax", "object", "a property name in quotes is missing");
      const key = this.#string();
      this.#keys.push(key);
      // Assigning it would set the prototype of the object instead of a property, and validation would never see it.
      if (key === "__proto__") this.#fail("json-forbidden-key", "no-proto", "the property name __proto__ is refused");
      if (Object.hasOwn(object, key))
        this.#fail("json-duplicate-key", "unique-keys", "the property stands there twice");
      this.#expect(":");
      object[key] = this.#value();
      this.#keys.pop();
    } while (this.#continues("}"));
    return object;
  }

  #array(): JsonValue[] {
    const array: JsonValue[] = [];
    this.#enter();
    if (this.#opens("]")) return array;
    do {
      this.#keys.push(array.length);
      array.push(this.#value());
      this.#keys.pop();
    } while (this.#continues("]"));
    return array;
  }

  #string(): string {
    let value = "";
    this.#at += 1;
    for (;;) {
      PLAIN_TEXT.lastIndex = this.#at;
      PLAIN_TEXT.test(this.#text);
      const end = PLAIN_TEXT.lastIndex;
      value += this.#text.slice(this.#at, end);
      this.#at = end + 1;
      if (this.#text[end] === '"') break;
      if (this.#text[end] !== "\\")
        this.#fail("json-syntax", "string", "a string is not closed or holds a control code");
      value += this.#escape();
    }
    if (!value.isWellFormed()) this.#fail("json-text", "no-lone-surrogate", "the text holds half a surrogate pair");
    if (value.includes("\0")) this.#fail("json-text", "no-nul", "the text holds a NUL character");
    return value;
  }

  #escape(): string {
    const letter = this.#text[this.#at++] ?? "";
    if (letter !== "u") return ESCAPES[letter] ?? this.#fail("json-syntax", "escape", "unknown escape in a string");
    const digits = this.#text.slice(this.#at, this.#at + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.#fail("json-syntax", "escape", "\\u wants four hexadecimal digits");
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #number(): number {
    NUMBER.lastIndex = this.#at;
    const literal = NUMBER.exec(this.#text)?.[0] ?? this.#fail("json-syntax", "value", "a JSON value is missing");
    const value = Number(literal);
    const lost = !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
    if (lost) this.#fail("json-number", "safe-integer", `the number ${literal.slice(0, 40)} is beyond 2^53`);
    this.#at += literal.length;
    return value;
  }

  #word<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) this.#fail("json-syntax", "value", "a JSON value is missing");
    this.#at += word.length;
    return value;
  }

  #enter(): void {
    this.#at += 1;
    this.#depth += 1;
    if (this.#depth > this.#maxDepth) {
      this.#fail("json-limit", "max-depth", `nested more than ${this.#maxDepth} levels deep`);
    }
  }
  #depth = 0;

  /** After an opening bracket: true when the container is empty, i.e. closes at once. */
  #opens(close: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== close) return false;
    this.#at += 1;
    this.#depth -= 1;
    return true;
  }

  /** After a member: true when a comma follows, false when the container closes. */
  #continues(close: string): boolean {
    this.#space();
    const next = this.#text[this.#at++];
    if (next === ",") return true;
    if (next !== close) this.#fail("json-syntax", "container", `"," or "${close}" is missing`);
    this.#depth -= 1;
    return false;
  }

  #expect(sign: string): void {
    this.#space();
    if (this.#text[this.#at] !== sign) this.#fail("json-syntax", "container", `"${sign}" is missing`);
    this.#at += 1;
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #fail(code: StixErrorCode, rule: string, what: string): never {
    const path = jsonPath(this.#keys);
    const section = code === "json-syntax" || code === "json-limit" ? "RFC 8259" : "RFC 7493 2";
    throw new StixError({
      code,
      path,
      rule,
      section,
      message: `At ${path}, character ${this.#at}: ${what}.`,
    });
  }
}
