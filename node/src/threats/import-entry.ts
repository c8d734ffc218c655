import type { ReadObject } from "#objects";

/** Where in the file something stands: the line of a list, or the place in a bundle, from 0, with the JSON path. */
export type Place = { readonly line: number } | { readonly index: number; readonly path?: string };
export type Refused = Place & { readonly reason: string };

/** One thing that a file holds: an object to admit, or why it is none. `isExtra`: an object beside the one that it names. */
export type Entry =
  | { readonly at: Place; readonly object: ReadObject; readonly isExtra?: boolean }
  | { readonly at: Place; readonly reason: string };

export const MAX_REFUSED = 1000;
