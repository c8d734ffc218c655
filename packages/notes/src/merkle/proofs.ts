import { NotesError } from "../error.ts";
import { largestPowerBelow, rootOfLeaves } from "./frontier.ts";

/**
 * The path from a leaf to the root of the tree of the first `size` leaves, from the bottom up (RFC 9162 2.1.3.1).
 * Hashes the whole tree once.
 * @param index counts from 0
 * @throws NotesError `tree-position-invalid`, `hash-invalid`
 */
export function inclusionProof(leafHashes: readonly string[], index: number, size: number): string[] {
  if (!isCount(index) || !isCount(size) || index >= size || size > leafHashes.length) {
    throw badPosition(`No proof for leaf ${index} in a tree of ${size}: there are ${leafHashes.length} leaves.`);
  }
  return inclusionPath(leafHashes.slice(0, size), index);
}

function inclusionPath(leaves: readonly string[], index: number): string[] {
  if (leaves.length === 1) return [];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionPath(left, index), rootOfLeaves(right)]
    : [...inclusionPath(right, index - split), rootOfLeaves(left)];
}

/**
 * What shows that the tree of the first `secondSize` leaves begins with that of the first `firstSize` (RFC 9162
 * 2.1.4.1). Empty when the sizes are equal or the first is 0: everything continues an empty tree.
 * @throws NotesError `tree-position-invalid`, `hash-invalid`
 */
export function consistencyProof(leafHashes: readonly string[], firstSize: number, secondSize: number): string[] {
  if (!isCount(firstSize) || !isCount(secondSize) || firstSize > secondSize || secondSize > leafHashes.length) {
    throw badPosition(`No proof from ${firstSize} to ${secondSize}: there are ${leafHashes.length} leaves.`);
  }
  if (firstSize === 0 || firstSize === secondSize) return [];
  return consistencyPath(leafHashes.slice(0, secondSize), firstSize, true);
}

/** `known`: the subtree is the whole first tree, whose root the verifier has already. */
function consistencyPath(leaves: readonly string[], firstSize: number, known: boolean): string[] {
  if (firstSize === leaves.length) return known ? [] : [rootOfLeaves(leaves)];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return firstSize <= split
    ? [...consistencyPath(left, firstSize, known), rootOfLeaves(right)]
    : [...consistencyPath(right, firstSize - split, false), rootOfLeaves(left)];
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function badPosition(message: string): NotesError {
  return new NotesError("tree-position-invalid", message);
}
