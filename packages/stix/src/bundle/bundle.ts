import { ByteWindow } from "./byte-window.ts";
import { documentObjects, envelopeObjects } from "./frame.ts";
import { JsonScanner, type Scan, type Span } from "./json-scanner.ts";

export type ObjectSlice = {
  /** The object's bytes exactly as received: a view into the input where that is there in whole, else a copy. */
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

/**
 * Finds the objects of a STIX bundle (STIX 8), of an array of objects, or a single object, without parsing them: each
 * is parsed on its own later, so that one bad object costs nothing but itself. The frame around them is read strictly:
 * where every slice parses, the whole input is valid JSON with these very objects.
 * @throws StixError "bundle-invalid" when the frame is broken or cut off
 */
export function objectsOfBundle(bytes: Uint8Array): ObjectSlice[] {
  return slicesOf(bytes, documentObjects).slices;
}

/**
 * Finds the objects of a TAXII 2.1 envelope the same way, so that each keeps the bytes with which it was served.
 * An absent `more` is false, an absent `objects` an empty list (TAXII 3.7); properties that TAXII doesn't know are
 * skipped.
 * @throws StixError "bundle-invalid" when the frame is broken, cut off, or a property has the wrong type
 */
export function objectsOfEnvelope(bytes: Uint8Array): EnvelopeSlices {
  const { result, slices } = slicesOf(bytes, envelopeObjects);
  return { ...result, slices };
}

function slicesOf<T>(bytes: Uint8Array, scan: (scanner: JsonScanner) => Scan<T>) {
  const spans: Span[] = [];
  const scanning = scan(new JsonScanner(new ByteWindow(bytes)));
  let step = scanning.next();
  for (; !step.done; step = scanning.next()) if (step.value) spans.push(step.value);
  const slices = spans.map(({ start, end }, index) => ({ bytes: bytes.subarray(start, end), offset: start, index }));
  return { result: step.value, slices };
}
