import type { ObjectSlice } from "./bundle.ts";
import { ByteWindow } from "./byte-window.ts";
import { documentObjects } from "./frame.ts";
import { JsonScanner, limitFault, type Scan } from "./json-scanner.ts";

export type StreamLimits = {
  /** Bytes of a single object, and of all that stands around the objects; 8 MiB when absent. */
  readonly maxObjectSize?: number;
  /** Objects in one input; 10,000,000 when absent. */
  readonly maxObjects?: number;
};

const DEFAULT_MAX_OBJECT_SIZE = 8 * 1024 * 1024;
const DEFAULT_MAX_OBJECTS = 10_000_000;

/**
 * Finds the objects of an input that comes in chunks, by the rules of `objectsOfBundle`, wherever the chunks begin and
 * end. Memory is bounded by the largest object (at most a few times `maxObjectSize`) and the largest chunk, not by the
 * input; a chunk may be used again once the next one is asked for. Objects are handed out as they are found: a fault is
 * thrown after everything that stands before it.
 * @throws StixError "bundle-invalid" with the byte `offset` when the frame is broken or cut off, "json-limit" when an
 *   object is too large or there are too many
 */
export async function* objectsOfStream(
  chunks: AsyncIterable<Uint8Array>,
  limits: StreamLimits = {},
): AsyncGenerator<ObjectSlice, void, undefined> {
  const scanner = new JsonScanner(new ByteWindow(), limits.maxObjectSize ?? DEFAULT_MAX_OBJECT_SIZE);
  const found = new Findings(scanner, limits.maxObjects ?? DEFAULT_MAX_OBJECTS);
  for await (const chunk of chunks) {
    scanner.window.add(chunk, scanner.keep);
    yield* found.untilMoreIsNeeded();
  }
  scanner.window.complete = true;
  yield* found.untilMoreIsNeeded();
}

/** What a scan has found in the bytes that have come. */
class Findings {
  readonly #scanner: JsonScanner;
  readonly #scan: Scan;
  readonly #maxObjects: number;
  #index = 0;

  constructor(scanner: JsonScanner, maxObjects: number) {
    this.#scanner = scanner;
    this.#scan = documentObjects(scanner);
    this.#maxObjects = maxObjects;
  }

  *untilMoreIsNeeded(): Generator<ObjectSlice> {
    for (let span = this.#scan.next().value; span; span = this.#scan.next().value) {
      const { start, end } = span;
      if (this.#index === this.#maxObjects) {
        throw limitFault("max-objects", start, `the input has more than ${this.#maxObjects} objects`);
      }
      // A copy, because the next chunk overwrites what is let go of.
      yield { bytes: this.#scanner.window.view(start, end).slice(), offset: start, index: this.#index };
      this.#index += 1;
    }
  }
}
