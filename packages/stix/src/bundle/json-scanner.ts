import { StixError } from "../error.ts";
import { parseJson } from "../json.ts";
import type { ByteWindow } from "./byte-window.ts";

/** Where a value lies in the input. */
export type Span = { readonly start: number; readonly end: number };

/** A scan hands out the place of each object that it finds, and `undefined` whenever it needs more bytes. */
export type Scan<T = void> = Generator<Span | undefined, T>;

export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const COLON = 0x3a;
export const QUOTE = 0x22;
const COMMA = 0x2c;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** The bytes of numbers and of true, false and null; whether they make one is judged when the value is parsed. */
const SCALAR = new Set(Buffer.from("+-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"));

/**
 * Steps over JSON values without parsing them: over brackets by counting, over strings by their closing quote. Nothing
 * is read twice and nothing recurses, so depth costs nothing and a chunk may end anywhere.
 */
export class JsonScanner {
  readonly window: ByteWindow;
  readonly maxValueSize: number;
  at = 0;
  #held: number | undefined;

  /** @param maxValueSize bytes that a single value may have */
  constructor(window: ByteWindow, maxValueSize = Number.POSITIVE_INFINITY) {
    this.window = window;
    this.maxValueSize = maxValueSize;
  }

  /** Everything before this place may be let go. */
  get keep(): number {
    return this.#held ?? this.at;
  }

  /** Keeps what was received from a place on, until `release`. */
  hold(start: number): void {
    this.#held = start;
  }

  release(): void {
    this.#held = undefined;
  }

  *skipByteOrderMark(): Scan {
    while (this.window.end < BYTE_ORDER_MARK.length && !this.window.complete) yield undefined;
    if (BYTE_ORDER_MARK.every((byte, index) => this.window.at(index) === byte)) this.at = BYTE_ORDER_MARK.length;
  }

  /** Skips white space and returns the byte that follows; 0 at the end, which no JSON text holds there. */
  *next(): Scan<number> {
    for (;;) {
      const byte = this.window.at(this.at);
      if (byte === undefined) {
        if (this.window.complete) return 0;
        // A frame within its limits never keeps more than itself and one value: this is endless white space.
        if (this.window.end - this.keep > 2 * this.maxValueSize) this.tooLarge(this.keep);
        yield undefined;
      } else if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
      else this.at += 1;
    }
  }

  /** Steps over one value. */
  *value(): Scan<Span> {
    const first = yield* this.next();
    const start = this.at;
    const isOuter = this.#held === undefined;
    if (isOuter) this.#held = start;
    if (first === QUOTE) yield* this.#string(start);
    else if (first === OPEN_OBJECT || first === OPEN_ARRAY) yield* this.#nested(start);
    else yield* this.#scalar();
    if (isOuter) this.#held = undefined;
    if (this.at - start > this.maxValueSize) this.tooLarge(start);
    return { start, end: this.at };
  }

  /** After a member: true when a comma follows, false when the container closes. */
  *continues(close: number): Scan<boolean> {
    const next = yield* this.next();
    this.at += 1;
    if (next === COMMA) return true;
    if (next !== close) this.fail("a comma or the closing bracket is missing");
    return false;
  }

  *#nested(start: number): Scan {
    let depth = 0;
    for (;;) {
      depth = this.#skim(depth);
      if (depth === 0) return;
      if (this.window.at(this.at) === QUOTE) yield* this.#string(start);
      else yield* this.#more(start, "the text is cut off");
    }
  }

  /** Counts brackets up to the end of the value, of what was received, or to a string that has not come in whole. */
  #skim(depth: number): number {
    const { bytes, base, end } = this.window;
    const stop = end - base;
    let open = depth;
    let index = this.at - base;
    for (; index < stop; index += 1) {
      const byte = bytes[index];
      if (byte === QUOTE) {
        const closing = this.window.closingQuote(base + index + 1);
        if (closing === -1) break;
        index = closing - base;
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) open += 1;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        open -= 1;
        if (open === 0) {
          index += 1;
          break;
        }
      }
    }
    this.at = base + index;
    return open;
  }

  *#string(start: number): Scan {
    let from = this.at + 1;
    for (;;) {
      const closing = this.window.closingQuote(from);
      if (closing !== -1) {
        this.at = closing + 1;
        return;
      }
      from = this.window.end;
      yield* this.#more(start, "a string is not closed");
    }
  }

  *#scalar(): Scan {
    const start = this.at;
    for (;;) {
      while (SCALAR.has(this.window.at(this.at) ?? 0)) this.at += 1;
      if (this.at < this.window.end || this.window.complete) break;
      yield* this.#more(start, "the text is cut off");
    }
    if (this.at === start) this.fail("a value is missing");
  }

  *#more(start: number, what: string): Scan {
    // All that was received belongs to this value: an endless one is refused before it fills the memory.
    if (this.window.end - start > this.maxValueSize) this.tooLarge(start);
    if (this.window.complete) this.fail(what);
    yield undefined;
  }

  /** Parses what lies between two places. @throws StixError with its offset */
  parsed({ start, end }: Span): unknown {
    return parsedAt(start, this.window.view(start, end));
  }

  /** Refuses the input at the place that the scan has reached. */
  fail(what: string): never {
    throw bundleFault(this.at, what);
  }

  /** Refuses a value that is larger than is accepted. */
  tooLarge(start: number): never {
    throw limitFault("max-object-size", start, `a value has more than ${this.maxValueSize} bytes`);
  }
}

/** Parses a part of the input; `offset` is where it begins. */
export function parsedAt(offset: number, bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes);
  } catch (error) {
    if (!(error instanceof StixError)) throw error;
    const { code, path, rule, section, message } = error;
    throw new StixError({ code, path, rule, section, message: `At byte ${offset}: ${message}`, offset });
  }
}

/** Refuses what is larger, or more, than is accepted; `offset` is where it begins. */
export function limitFault(rule: string, offset: number, what: string): StixError {
  const message = `At byte ${offset}: ${what}.`;
  return new StixError({ code: "json-limit", rule, section: "RFC 8259 9", message, offset });
}

function bundleFault(offset: number, what: string): StixError {
  const message = `At byte ${offset}: ${what}.`;
  return new StixError({ code: "bundle-invalid", rule: "bundle-frame", section: "STIX 8", message, offset });
}
