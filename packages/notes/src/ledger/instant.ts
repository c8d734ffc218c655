import { microsecondsOf } from "@entente/stix";

/** True for a STIX timestamp that also has a place on the scale of microseconds: at most six digits, 1685 to 2254. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== "string") return false;
  try {
    microsecondsOf(value);
    return true;
  } catch {
    return false;
  }
}
