import type { LedgerSide } from "@entente/node/api";

/**
 * How many entries stand below a signed checkpoint that was checked. The second line of a checkpoint is the size it
 * signs (C2SP tlog-checkpoint); where none is at hand, the size that was checked counts.
 */
export function provenSize({ checkpoint, checkedAt, size }: LedgerSide): number {
  const signed = Number(checkpoint?.split("\n")[1]);
  if (checkpoint && Number.isSafeInteger(signed)) return signed;
  return checkedAt ? size : 0;
}
