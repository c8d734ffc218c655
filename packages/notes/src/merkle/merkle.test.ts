import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { appendLeaf, EMPTY_FRONTIER, parseFrontier, rootOf, rootOfLeaves } from "./frontier.ts";
import { leafHash } from "./hash.ts";
import { consistencyProof, inclusionProof } from "./proofs.ts";
import { verifyConsistency, verifyInclusion } from "./verify-proofs.ts";

// The eight leaves, roots and proofs of the RFC 6962 reference implementation (Certificate Transparency's own tests).
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(
  (hex) => leafHash(Buffer.from(hex, "hex")),
);
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const UNPROVEN = { kind: "unproven" };

test("the reference tree's roots, leaf by leaf and at once", () => {
  let frontier = EMPTY_FRONTIER;
  for (const [size, root] of ROOTS.entries()) {
    assert.equal(rootOf(frontier), root);
    assert.equal(rootOfLeaves(LEAVES.slice(0, size)), root);
    if (size < 8) frontier = appendLeaf(parseFrontier(JSON.parse(JSON.stringify(frontier))), LEAVES[size]!);
  }
  assert.notEqual(rootOf(appendLeaf(EMPTY_FRONTIER, leafHash(Buffer.of(1)))), ROOTS[1]);
  assert.throws(() => parseFrontier({ size: 3, roots: [ROOTS[1]] }), { code: "frontier-invalid" });
  assert.throws(() => appendLeaf(EMPTY_FRONTIER, "00"), { code: "hash-invalid" });
});

test("the reference proof of leaf 5 in 8", () => {
  const proof = inclusionProof(LEAVES, 5, 8);
  assert.deepEqual(proof, [
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    ROOTS[4],
  ]);
  const claim = { leafHash: LEAVES[5]!, index: 5, size: 8, proof, root: ROOTS[8]! };
  verifyInclusion(claim);
  assert.throws(() => verifyInclusion({ ...claim, index: 4 }), UNPROVEN);
  assert.throws(() => verifyInclusion({ ...claim, size: 6 }), UNPROVEN);
  assert.throws(() => verifyInclusion({ ...claim, size: 9 }), UNPROVEN);
  assert.throws(() => verifyInclusion({ ...claim, leafHash: LEAVES[4]! }), UNPROVEN);
  assert.throws(() => verifyInclusion({ ...claim, root: ROOTS[7]! }), UNPROVEN);
  assert.throws(() => verifyInclusion({ ...claim, proof: proof.slice(1) }), UNPROVEN);
  assert.throws(() => verifyInclusion({ ...claim, proof: [...proof, proof[0]!] }), UNPROVEN);
  assert.throws(() => verifyInclusion({ ...claim, index: 8 }), { kind: "malformed" });
  assert.throws(() => verifyInclusion({ ...claim, proof: ["ab"] }), { kind: "malformed" });
});

test("the reference proof from 6 to 8", () => {
  const proof = consistencyProof(LEAVES, 6, 8);
  assert.deepEqual(proof, [
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    ROOTS[4],
  ]);
  const claim = { firstSize: 6, firstRoot: ROOTS[6]!, secondSize: 8, secondRoot: ROOTS[8]!, proof };
  verifyConsistency(claim);
  assert.throws(() => verifyConsistency({ ...claim, firstRoot: ROOTS[5]! }), UNPROVEN);
  assert.throws(() => verifyConsistency({ ...claim, firstSize: 5 }), UNPROVEN);
  assert.throws(() => verifyConsistency({ ...claim, secondRoot: ROOTS[7]! }), UNPROVEN);
  assert.throws(() => verifyConsistency({ ...claim, firstSize: 8, secondSize: 6 }), UNPROVEN);
  assert.throws(() => verifyConsistency({ ...claim, proof: [] }), UNPROVEN);
});

test("one size has one root, and everything continues the empty tree", () => {
  const same = { firstSize: 3, firstRoot: ROOTS[3]!, secondSize: 3, secondRoot: ROOTS[3]!, proof: [] };
  verifyConsistency(same);
  assert.throws(() => verifyConsistency({ ...same, secondRoot: ROOTS[4]! }), UNPROVEN);
  assert.throws(() => verifyConsistency({ ...same, proof: [ROOTS[1]!] }), UNPROVEN);
  const fromEmpty = { firstSize: 0, firstRoot: ROOTS[0]!, secondSize: 3, secondRoot: ROOTS[3]!, proof: [] };
  verifyConsistency(fromEmpty);
  assert.throws(() => verifyConsistency({ ...fromEmpty, firstRoot: ROOTS[1]! }), UNPROVEN);
});

const anyTree = fc
  .integer({ min: 1, max: 200 })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 }), fc.nat(255), fc.nat()));

function leavesOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));
}

/** The hash with one of its 256 bits the other way round. */
function flipped(hash: string, bit: number): string {
  const bytes = Buffer.from(hash, "hex");
  bytes[bit >> 3] = bytes[bit >> 3]! ^ (1 << (bit & 7));
  return bytes.toString("hex");
}

test("every inclusion can be proven, and none with a flipped bit", () => {
  fc.assert(
    fc.property(anyTree, ([size, index, bit, pick]) => {
      const leaves = leavesOf(size);
      const proof = inclusionProof(leaves, index, size);
      const claim = { leafHash: leaves[index]!, index, size, proof, root: rootOfLeaves(leaves) };
      verifyInclusion(claim);
      assert.throws(() => verifyInclusion({ ...claim, leafHash: flipped(claim.leafHash, bit) }), UNPROVEN);
      assert.throws(() => verifyInclusion({ ...claim, root: flipped(claim.root, bit) }), UNPROVEN);
      if (proof.length === 0) return;
      const wrong = proof.with(pick % proof.length, flipped(proof[pick % proof.length]!, bit));
      assert.throws(() => verifyInclusion({ ...claim, proof: wrong }), UNPROVEN);
      assert.throws(() => verifyInclusion({ ...claim, index: (index + 1) % size }), UNPROVEN);
    }),
  );
});

test("every continuation can be proven, and none with a flipped bit", () => {
  fc.assert(
    fc.property(anyTree, ([secondSize, before, bit, pick]) => {
      const leaves = leavesOf(secondSize);
      const firstSize = before + 1;
      const proof = consistencyProof(leaves, firstSize, secondSize);
      const firstRoot = rootOfLeaves(leaves.slice(0, firstSize));
      const claim = { firstSize, firstRoot, secondSize, secondRoot: rootOfLeaves(leaves), proof };
      verifyConsistency(claim);
      assert.throws(() => verifyConsistency({ ...claim, firstRoot: flipped(firstRoot, bit) }), UNPROVEN);
      assert.throws(() => verifyConsistency({ ...claim, secondRoot: flipped(claim.secondRoot, bit) }), UNPROVEN);
      if (proof.length === 0) return;
      const wrong = proof.with(pick % proof.length, flipped(proof[pick % proof.length]!, bit));
      assert.throws(() => verifyConsistency({ ...claim, proof: wrong }), UNPROVEN);
    }),
  );
});

test("a frontier grows to the same root as the whole tree", () => {
  const leaves = leavesOf(200);
  let frontier = EMPTY_FRONTIER;
  for (const [index, leaf] of leaves.entries()) {
    frontier = appendLeaf(frontier, leaf);
    assert.equal(rootOf(frontier), rootOfLeaves(leaves.slice(0, index + 1)));
  }
});
