/** The time of day, passed in so that tests hold it. */
export type Clock = {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
};

export const systemClock: Clock = { now: () => Date.now() };

/** Microseconds that never go back or stand still: what orders versions, rows and ledger entries (architecture.md). */
export function nextMicros(clock: Clock, last: number): number {
  return Math.max(clock.now() * 1000, last + 1);
}
