import { NotesError } from "../error.ts";
import { EMPTY_ROOT, hashBytes, isHash, nodeHash } from "./hash.ts";

/**
 * All that must be kept of a tree to append to it: its size, and the roots of the complete subtrees that it falls into,
 * the largest (leftmost) first; one for each bit set in the size. Plain JSON.
 */
export type Frontier = { readonly size: number; readonly roots: readonly string[] };

/** The frontier of a tree without leaves. */
export const EMPTY_FRONTIER: Frontier = { size: 0, roots: [] };

/**
 * The frontier after one more leaf; the given one stays as it is. At most log2(size) hashes.
 * @param leaf the leaf's hash (`leafHash`)
 * @throws NotesError `hash-invalid`, `frontier-invalid`
 */
export function appendLeaf(frontier: Frontier, leaf: string): Frontier {
  hashBytes(leaf);
  const { size, roots } = parseFrontier(frontier);
  const next = [...roots];
  let merged = leaf;
  // Division, not shifts: sizes go to 2^53, bitwise operators end at 2^32.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) merged = nodeHash(next.pop()!, merged);
  return { size: size + 1, roots: [...next, merged] };
}

/** The root of the tree (RFC 9162 2.1.1), from the smallest subtree up. @throws NotesError `frontier-invalid` */
export function rootOf(frontier: Frontier): string {
  const { roots } = parseFrontier(frontier);
  return roots.length === 0 ? EMPTY_ROOT : roots.reduceRight((right, left) => nodeHash(left, right));
}

/** The root of the tree over these leaf hashes, in order. @throws NotesError `hash-invalid` */
export function rootOfLeaves(leafHashes: readonly string[]): string {
  const { length } = leafHashes;
  if (length === 0) return EMPTY_ROOT;
  if (length === 1) return hashBytes(leafHashes[0]!).toString("hex");
  const split = largestPowerBelow(length);
  return nodeHash(rootOfLeaves(leafHashes.slice(0, split)), rootOfLeaves(leafHashes.slice(split)));
}

/** The largest power of two smaller than `size` (RFC 9162 2.1.1), for a size of at least 2. */
export function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** A frontier as it was kept (parsed JSON), checked. @throws NotesError `frontier-invalid` */
export function parseFrontier(value: unknown): Frontier {
  const { size, roots } = (value ?? {}) as Partial<Frontier>;
  const sound =
    Number.isSafeInteger(size) &&
    size! >= 0 &&
    Array.isArray(roots) &&
    roots.length === bitsSet(size!) &&
    roots.every(isHash);
  if (!sound) {
    const message = "A frontier has a size and one root for each bit set in it; compute it again from the entries.";
    throw new NotesError("frontier-invalid", message);
  }
  return { size: size!, roots: roots! };
}

function bitsSet(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
