import { NotesError, type NotesErrorCode } from "../error.ts";
import { EMPTY_ROOT, hashBytes, nodeHash } from "./hash.ts";

export type InclusionClaim = {
  readonly leafHash: string;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly string[];
  readonly root: string;
};

/**
 * Proves that the leaf stands at `index` (from 0) in the tree of `size` leaves with this root (RFC 9162 2.1.3.2).
 * Returns when it does.
 * @throws NotesError `inclusion-unproven`; `tree-position-invalid` and `hash-invalid` for what can be no proof
 */
export function verifyInclusion({ leafHash, index, size, proof, root }: InclusionClaim): void {
  checkCounts(index, size);
  if (index >= size) {
    throw new NotesError("tree-position-invalid", `A tree of ${size} has no leaf ${index}; the leaves count from 0.`);
  }
  for (const hash of [leafHash, root, ...proof]) hashBytes(hash);
  let [node, last, computed] = [index, size - 1, leafHash];
  for (const sibling of proof) {
    if (last === 0) throw unproven("inclusion-unproven", "the proof is too long for the tree");
    if (node % 2 === 1 || node === last) {
      computed = nodeHash(sibling, computed);
      // Levels at which a node at the right edge has no sibling are skipped.
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      computed = nodeHash(computed, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) throw unproven("inclusion-unproven", "the proof is too short for the tree");
  if (computed !== root) throw unproven("inclusion-unproven", "the proof leads to another root");
}

export type ConsistencyClaim = {
  readonly firstSize: number;
  readonly firstRoot: string;
  readonly secondSize: number;
  readonly secondRoot: string;
  readonly proof: readonly string[];
};

/**
 * Proves that the second tree only appends to the first (RFC 9162 2.1.4.2). Returns when it does.
 * @throws NotesError `consistency-unproven`; `tree-position-invalid` and `hash-invalid` for what can be no proof
 */
export function verifyConsistency({ firstSize, firstRoot, secondSize, secondRoot, proof }: ConsistencyClaim): void {
  checkCounts(firstSize, secondSize);
  for (const hash of [firstRoot, secondRoot, ...proof]) hashBytes(hash);
  if (firstSize > secondSize) throw unproven("consistency-unproven", "the second tree is smaller than the first");
  if (firstSize === 0 || firstSize === secondSize) {
    const expected = firstSize === 0 ? EMPTY_ROOT : secondRoot;
    if (firstRoot !== expected || (secondSize === 0 && secondRoot !== EMPTY_ROOT) || proof.length > 0) {
      throw unproven("consistency-unproven", "one size with two roots, or a proof where none belongs");
    }
    return;
  }
  const path = isPowerOfTwo(firstSize) ? [firstRoot, ...proof] : proof;
  if (path.length === 0) throw unproven("consistency-unproven", "the proof is empty");
  const ends = foldConsistency(path, firstSize, secondSize);
  if (ends.first !== firstRoot) throw unproven("consistency-unproven", "the proof leads to another first root");
  if (ends.second !== secondRoot) throw unproven("consistency-unproven", "the proof leads to another second root");
}

function foldConsistency(path: readonly string[], firstSize: number, secondSize: number) {
  let [node, last] = [firstSize - 1, secondSize - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [first, second] = [path[0]!, path[0]!];
  for (const sibling of path.slice(1)) {
    if (last === 0) throw unproven("consistency-unproven", "the proof is too long for the trees");
    if (node % 2 === 1 || node === last) {
      first = nodeHash(sibling, first);
      second = nodeHash(sibling, second);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      second = nodeHash(second, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) throw unproven("consistency-unproven", "the proof is too short for the trees");
  return { first, second };
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}

function checkCounts(...counts: number[]): void {
  if (counts.every((count) => Number.isSafeInteger(count) && count >= 0)) return;
  throw new NotesError("tree-position-invalid", "Sizes and indexes are whole numbers from 0 to 2^53.");
}

function unproven(code: NotesErrorCode, reason: string): NotesError {
  return new NotesError(
    code,
    `Not proven: ${reason}. Ask the log's writer for the proof again; if it stays so, tell a person.`,
  );
}
