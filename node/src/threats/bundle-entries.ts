import { objectsOfBundle } from "@entente/stix";
import { EntenteError } from "#kernel/errors";
import { readObject } from "#objects";
import type { Entry } from "./import-entry.ts";

/**
 * The objects of a bundle, each read on its own, so that a bad one costs nothing but itself.
 * @throws EntenteError "input-invalid" when the frame around them is broken
 */
export function* bundleEntries(bytes: Uint8Array): Generator<Entry> {
  for (const slice of slicesOf(bytes)) {
    try {
      // A copy: the writer's thread gets these bytes alone, not the whole file with each of them.
      yield { at: { index: slice.index }, object: readObject(Uint8Array.from(slice.bytes)) };
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      const [fault] = error.faults;
      yield { at: { index: slice.index, path: fault?.path ?? "$" }, reason: fault?.message ?? error.message };
    }
  }
}

function slicesOf(bytes: Uint8Array) {
  try {
    return objectsOfBundle(bytes);
  } catch (cause) {
    throw new EntenteError({
      code: "input-invalid",
      message: `The file is no STIX bundle: ${(cause as Error).message}`,
      remedy: "Give a bundle, an array of objects, one object, or a plain list with one value a line.",
      cause,
    });
  }
}
