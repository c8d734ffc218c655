import { createHash, hash } from "node:crypto";
import { NotesError } from "../error.ts";

const HASH = /^[0-9a-f]{64}$/;
const LEAF_PREFIX = Buffer.of(0x00);
const NODE_PREFIX = Buffer.of(0x01);

/** The root of a tree without leaves: SHA-256 of nothing (RFC 9162 2.1.1). */
export const EMPTY_ROOT: string = hash("sha256", "", "hex");

/** True for a SHA-256 in 64 lower-case hexadecimal digits: how every hash goes in and out of this package. */
export function isHash(value: unknown): value is string {
  return typeof value === "string" && HASH.test(value);
}

/**
 * The hash of a leaf: SHA-256(0x00 ‖ bytes) (RFC 9162 2.1.1). The prefix keeps a leaf from being passed off as a node.
 */
export function leafHash(bytes: Uint8Array): string {
  return createHash("sha256").update(LEAF_PREFIX).update(bytes).digest("hex");
}

/** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right) (RFC 9162 2.1.1). @throws NotesError `hash-invalid` */
export function nodeHash(left: string, right: string): string {
  return createHash("sha256").update(NODE_PREFIX).update(hashBytes(left)).update(hashBytes(right)).digest("hex");
}

/** The 32 bytes of a hash. @throws NotesError `hash-invalid` */
export function hashBytes(hex: string): Buffer {
  if (!isHash(hex)) {
    throw new NotesError("hash-invalid", "A hash must be a SHA-256 in 64 lower-case hexadecimal digits.");
  }
  return Buffer.from(hex, "hex");
}
