import type { LookupRow } from "@entente/node/api";

export type Verdict = "known" | "through" | "unknown" | "not-understood";

/** How each verdict is drawn, so that it reads without hue. */
export const PATTERN = { known: "go", through: "wait", unknown: "none", "not-understood": "blank" } as const;

/** What became of one input: known as it stands, known through another value, unknown, or not understood. */
export function verdictOf({ understoodAs, known, matches }: LookupRow): Verdict {
  if (!understoodAs) return "not-understood";
  if (!known) return "unknown";
  return matches.length > 0 && matches.every(({ via }) => via !== "exact") ? "through" : "known";
}
