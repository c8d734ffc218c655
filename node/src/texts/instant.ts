import { microsecondsOf, millisecondTimestamp } from "@entente/stix";
import { EntenteError } from "#kernel/errors";
import type { JointText } from "./model.ts";

/** The other side needs this long to see the proposal and sign it (accord.md, "Publication"). */
export const LEAD_MS = 60_000;
const LONGEST_AHEAD_MS = 365 * 86_400_000;

/**
 * The instant in the spelling that is signed. The first to sign chooses it, far enough ahead; the second signs the very
 * instant of the first, even when it has passed: then the text becomes public on arrival, marked late.
 * @throws EntenteError "input-invalid", "instant-too-early", "edited-meanwhile"
 */
export function instantToSign(
  { theirs }: Pick<JointText, "theirs">,
  requested: string,
  { nowMs, leadMs = LEAD_MS }: { nowMs: number; leadMs?: number },
): string {
  const micros = microsOf(requested);
  const proposed = theirs?.publish?.instant;
  if (proposed !== undefined) {
    if (microsecondsOf(proposed) === micros) return proposed;
    throw new EntenteError({
      code: "edited-meanwhile",
      message: `The other side has signed another instant: ${proposed}.`,
      remedy: "Sign that one: both nodes publish at the same instant.",
    });
  }
  if (micros % 1000 !== 0) throw invalid("An instant is given to the millisecond at most.");
  const ms = micros / 1000;
  if (ms < nowMs + leadMs) {
    throw new EntenteError({
      code: "instant-too-early",
      message: `The instant is not ${leadMs / 1000} s ahead.`,
      remedy: `Choose one at or after ${millisecondTimestamp(nowMs + leadMs)}.`,
    });
  }
  if (ms > nowMs + LONGEST_AHEAD_MS) throw invalid("The instant is more than a year ahead.");
  return millisecondTimestamp(ms);
}

function microsOf(instant: string): number {
  try {
    return microsecondsOf(instant);
  } catch (cause) {
    throw invalid("The instant is no time of the form YYYY-MM-DDTHH:MM:SSZ.", cause);
  }
}

function invalid(message: string, cause?: unknown): EntenteError {
  return new EntenteError({ code: "input-invalid", message, remedy: "Give a time in UTC.", cause });
}
