import { randomBytes, randomUUID } from "node:crypto";

/** Randomness, passed in so that tests hold it. */
export type Random = {
  bytes(count: number): Uint8Array;
  /** A UUIDv4. */
  uuid(): string;
};

export const systemRandom: Random = {
  // A copy: a pooled Buffer would carry its neighbours across a thread.
  bytes: (count) => new Uint8Array(randomBytes(count)),
  uuid: () => randomUUID(),
};

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
