import { StixError } from "./error.ts";
import { parseJson } from "./json.ts";

export type ObjectSlice = {
  /** The object's bytes exactly as received: a view into the input, not a copy. */
  readonly bytes: Uint8Array;
  /** Byte offset in the input. */
  readonly offset: number;
  /** Place among the objects, from 0. */
  readonly index: number;
};

/** A TAXII 2.1 envelope (TAXII 3.7) with its objects unparsed. */
export type EnvelopeSlices = {
  readonly more: boolean;
  readonly next?: string;
  readonly slices: ObjectSlice[];
};

type Span = { readonly start: number; readonly end: number };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Finds the objects of a STIX bundle (STIX 8), of an array of objects, or a single object, without parsing them: each
 * is parsed on its own later, so that one bad object costs nothing but itself. The frame around them is read strictly:
 * where every slice parses, the whole input is valid JSON with these very objects.
 * @throws StixError "bundle-invalid" when the frame is broken or cut off
 */
export function objectsOfBundle(bytes: Uint8Array): ObjectSlice[] {
  return slicesOf(bytes, new FrameScanner(bytes).document());
}

/**
 * Finds the objects of a TAXII 2.1 envelope the same way, so that each keeps the bytes with which it was served.
 * An absent `more` is false, an absent `objects` an empty list (TAXII 3.7); properties that TAXII doesn't know are
 * skipped.
 * @throws StixError "bundle-invalid" when the frame is broken, cut off, or a property has the wrong type
 */
export function objectsOfEnvelope(bytes: Uint8Array): EnvelopeSlices {
  const { more, next, objects } = new FrameScanner(bytes).envelope();
  return { more, ...(next === undefined ? {} : { next }), slices: slicesOf(bytes, objects) };
}

function slicesOf(bytes: Uint8Array, spans: readonly Span[]): ObjectSlice[] {
  return spans.map(({ start, end }, index) => ({ bytes: bytes.subarray(start, end), offset: start, index }));
}

class FrameScanner {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    if (BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte)) this.#at = 3;
  }

  document(): Span[] {
    const first = this.#next();
    if (first !== OPEN_ARRAY && first !== OPEN_OBJECT) this.#fail("a JSON object or array must begin here");
    const objects = first === OPEN_ARRAY ? this.#elements() : this.#bundleOrObject();
    this.#end("bundle");
    return objects;
  }

  envelope(): { more: boolean; next?: string; objects: Span[] } {
    if (this.#next() !== OPEN_OBJECT) this.#fail("a JSON object must begin here");
    const { whole, objects, values } = this.#frame();
    this.#end("envelope");
    this.#checkFrame(whole, objects);
    const more = values.has("more") ? this.#valueOf(values.get("more")) : false;
    const next = this.#valueOf(values.get("next"));
    if (typeof more !== "boolean") this.#fail('"more" must be true or false');
    if (next !== undefined && typeof next !== "string") this.#fail('"next" must be a string');
    if (values.has("objects")) this.#fail('"objects" must be an array');
    return { more, ...(next === undefined ? {} : { next }), objects };
  }

  #bundleOrObject(): Span[] {
    const { whole, objects, values } = this.#frame();
    if (this.#valueOf(values.get("type")) !== "bundle") return [whole];
    this.#checkFrame(whole, objects);
    return objects;
  }

  /** One object: where it lies, the elements of its `objects` array, and where the values of its other properties lie. */
  #frame(): { whole: Span; objects: Span[]; values: Map<unknown, Span> } {
    const start = this.#at;
    const names = new Set<unknown>();
    const values = new Map<unknown, Span>();
    let objects: Span[] = [];
    this.#at += 1;
    if (this.#next() === CLOSE_OBJECT) this.#at += 1;
    else {
      do {
        if (this.#next() !== QUOTE) this.#fail("a property name in quotes is missing");
        const name = this.#parsed(this.#skipValue());
        if (names.has(name)) this.#fail(`the property "${String(name).slice(0, 60)}" stands there twice`);
        names.add(name);
        if (this.#next() !== COLON) this.#fail('":" is missing');
        this.#at += 1;
        if (name === "objects" && this.#next() === OPEN_ARRAY) objects = this.#elements();
        else values.set(name, this.#skipValue());
      } while (this.#continues(CLOSE_OBJECT));
    }
    return { whole: { start, end: this.#at }, objects, values };
  }

  #end(frame: string): void {
    this.#next();
    if (this.#at < this.#bytes.length) this.#fail(`text after the end of the ${frame}`);
  }

  /** The members around `objects` are few and small: they are parsed, with the objects taken out. */
  #checkFrame(whole: Span, objects: Span[]): void {
    const first = objects[0]?.start ?? whole.end;
    const last = objects.at(-1)?.end ?? whole.end;
    const frame = [this.#bytes.subarray(whole.start, first), this.#bytes.subarray(last, whole.end)];
    parseJson(Buffer.concat(frame));
  }

  #elements(): Span[] {
    const spans: Span[] = [];
    this.#at += 1;
    if (this.#next() === CLOSE_ARRAY) {
      this.#at += 1;
      return spans;
    }
    do spans.push(this.#skipValue());
    while (this.#continues(CLOSE_ARRAY));
    return spans;
  }

  /** Steps over one value by counting brackets outside strings; what it holds is judged when it is parsed. */
  #skipValue(): Span {
    const first = this.#next();
    const start = this.#at;
    if (first === QUOTE) this.#skipString();
    else if (first === OPEN_OBJECT || first === OPEN_ARRAY) this.#skipNested();
    else this.#skipScalar();
    return { start, end: this.#at };
  }

  #skipNested(): void {
    const bytes = this.#bytes;
    let depth = 0;
    while (this.#at < bytes.length) {
      const byte = bytes[this.#at];
      if (byte === QUOTE) {
        this.#skipString();
        continue;
      }
      this.#at += 1;
      if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) depth += 1;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        depth -= 1;
        if (depth === 0) return;
      }
    }
    this.#fail("the text is cut off");
  }

  #skipString(): void {
    const bytes = this.#bytes;
    for (let end = bytes.indexOf(QUOTE, this.#at + 1); end !== -1; end = bytes.indexOf(QUOTE, end + 1)) {
      let backslashes = 0;
      while (bytes[end - 1 - backslashes] === BACKSLASH) backslashes += 1;
      if (backslashes % 2 === 0) {
        this.#at = end + 1;
        return;
      }
    }
    this.#fail("a string is not closed");
  }

  #skipScalar(): void {
    const start = this.#at;
    while (/[\w+.-]/.test(String.fromCharCode(this.#bytes[this.#at] ?? 0))) this.#at += 1;
    if (this.#at === start) this.#fail("a value is missing");
  }

  #valueOf(span: Span | undefined): unknown {
    return span && this.#parsed(span);
  }

  #parsed({ start, end }: Span): unknown {
    return parseJson(this.#bytes.subarray(start, end));
  }

  #continues(close: number): boolean {
    const next = this.#next();
    this.#at += 1;
    if (next === COMMA) return true;
    if (next !== close) this.#fail("a comma or the closing bracket is missing");
    return false;
  }

  /** Skips white space and returns the byte that follows; 0 at the end, which no JSON text holds there. */
  #next(): number {
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte ?? 0;
      this.#at += 1;
    }
  }

  #fail(what: string): never {
    const message = `At byte ${this.#at}: ${what}.`;
    throw new StixError({
      code: "bundle-invalid",
      rule: "bundle-frame",
      section: "STIX 8",
      message,
    });
  }
}
