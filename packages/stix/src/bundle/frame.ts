import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  type JsonScanner,
  OPEN_ARRAY,
  OPEN_OBJECT,
  parsedAt,
  QUOTE,
  type Scan,
  type Span,
} from "./json-scanner.ts";

/** The objects of a bundle (STIX 8), of an array of objects, or a single object. */
export function* documentObjects(scanner: JsonScanner): Scan {
  yield* scanner.skipByteOrderMark();
  const first = yield* scanner.next();
  if (first !== OPEN_ARRAY && first !== OPEN_OBJECT) scanner.fail("a JSON object or array must begin here");
  if (first === OPEN_ARRAY) yield* elements(scanner, handOut);
  else yield* new Frame(scanner, ["type"], "bundle").read();
  yield* endOf(scanner, "bundle");
}

/** The objects of a TAXII envelope (TAXII 3.7), and its `more` and `next`. */
export function* envelopeObjects(scanner: JsonScanner): Scan<{ more: boolean; next?: string }> {
  yield* scanner.skipByteOrderMark();
  if ((yield* scanner.next()) !== OPEN_OBJECT) scanner.fail("a JSON object must begin here");
  const values = yield* new Frame(scanner, ["more", "next", "objects"], "envelope").read();
  yield* endOf(scanner, "envelope");
  const more = values.has("more") ? values.get("more") : false;
  const next = values.get("next");
  if (typeof more !== "boolean") scanner.fail('"more" must be true or false');
  if (next !== undefined && typeof next !== "string") scanner.fail('"next" must be a string');
  if (values.has("objects")) scanner.fail('"objects" must be an array');
  return { more, ...(next === undefined ? {} : { next }) };
}

function* elements(scanner: JsonScanner, found: (span: Span) => Scan): Scan {
  scanner.at += 1;
  if ((yield* scanner.next()) === CLOSE_ARRAY) {
    scanner.at += 1;
    return;
  }
  do yield* found(yield* scanner.value());
  while (yield* scanner.continues(CLOSE_ARRAY));
}

function* handOut(span: Span): Scan {
  yield span;
}

function* endOf(scanner: JsonScanner, frame: string): Scan {
  if ((yield* scanner.next()) !== 0 || scanner.at < scanner.window.end) {
    scanner.fail(`text after the end of the ${frame}`);
  }
}

/**
 * One object that may be a frame around others. Its objects are handed out as they are found, once it is certain that
 * it is one: at once for an envelope, for a bundle when its type is known. Where `objects` comes before `type`, they are
 * withheld until then; what has grown beyond the size of a single object meanwhile can only be a bundle.
 */
class Frame {
  readonly #scanner: JsonScanner;
  readonly #wanted: readonly string[];
  readonly #start: number;
  readonly #values = new Map<string, unknown>();
  #isFrame: boolean;
  #withheld: Span[] = [];
  /** What stands before the first object, once objects were handed out. */
  #head: Uint8Array | undefined;
  /** The place of the bracket that closes the objects. */
  #tail: number | undefined;

  constructor(scanner: JsonScanner, wanted: readonly string[], kind: "bundle" | "envelope") {
    this.#scanner = scanner;
    this.#wanted = wanted;
    this.#start = scanner.at;
    this.#isFrame = kind === "envelope";
  }

  /** Hands out the objects, or the whole as the only one; returns the wanted values. */
  *read(): Scan<ReadonlyMap<string, unknown>> {
    this.#scanner.hold(this.#start);
    yield* this.#members();
    yield* this.#grown();
    if (!this.#isFrame) yield { start: this.#start, end: this.#scanner.at };
    else if (this.#wanted.includes("type") && this.#values.get("type") !== "bundle")
      this.#scanner.tooLarge(this.#start);
    else this.#check();
    this.#scanner.release();
    return this.#values;
  }

  *#members(): Scan {
    const scanner = this.#scanner;
    const names = new Set<unknown>();
    scanner.at += 1;
    if ((yield* scanner.next()) === CLOSE_OBJECT) {
      scanner.at += 1;
      return;
    }
    do {
      const name = yield* this.#name(names);
      if (name === "objects" && (yield* scanner.next()) === OPEN_ARRAY) yield* this.#objects();
      else yield* this.#value(name);
      yield* this.#grown();
    } while (yield* scanner.continues(CLOSE_OBJECT));
  }

  *#name(names: Set<unknown>): Scan<string> {
    const scanner = this.#scanner;
    if ((yield* scanner.next()) !== QUOTE) scanner.fail("a property name in quotes is missing");
    const name = String(scanner.parsed(yield* scanner.value()));
    if (names.has(name)) scanner.fail(`the property "${name.slice(0, 60)}" stands there twice`);
    names.add(name);
    if ((yield* scanner.next()) !== COLON) scanner.fail('":" is missing');
    scanner.at += 1;
    return name;
  }

  *#value(name: string): Scan {
    const span = yield* this.#scanner.value();
    if (!this.#wanted.includes(name)) return;
    this.#values.set(name, this.#scanner.parsed(span));
    if (name === "type" && this.#values.get(name) === "bundle") yield* this.#commit();
  }

  *#objects(): Scan {
    yield* elements(this.#scanner, (span) => this.#object(span));
    this.#tail = this.#scanner.at - 1;
    if (this.#head) this.#scanner.hold(this.#tail);
  }

  *#object(span: Span): Scan {
    this.#withheld.push(span);
    if (this.#isFrame) yield* this.#handOut();
    else yield* this.#grown();
  }

  *#commit(): Scan {
    this.#isFrame = true;
    yield* this.#handOut();
  }

  *#handOut(): Scan {
    const [first] = this.#withheld;
    if (!first) return;
    this.#head ??= this.#scanner.window.view(this.#start, first.start).slice();
    for (const span of this.#withheld) yield span;
    this.#withheld = [];
    // Only what stands behind the objects is needed any more; while they last, nothing.
    if (this.#tail === undefined) this.#scanner.release();
    else this.#scanner.hold(this.#tail);
  }

  *#grown(): Scan {
    const { at, maxValueSize } = this.#scanner;
    if (!this.#isFrame && at - this.#start > maxValueSize && this.#withheld.length > 0) yield* this.#commit();
    const frameSize = this.#head ? this.#head.length + at - (this.#tail ?? at) : at - this.#start;
    if (frameSize > maxValueSize) this.#scanner.tooLarge(this.#start);
  }

  /** The members around the objects are few and small: they are parsed, with the objects taken out. */
  #check(): void {
    const { window, at } = this.#scanner;
    const head = this.#head ?? new Uint8Array(0);
    const rest = window.view(this.#head && this.#tail !== undefined ? this.#tail : this.#start, at);
    parsedAt(this.#start, Buffer.concat([head, rest]));
  }
}
