const two = (number: number) => String(number).padStart(2, "0");

/** An instant as a field of day and time writes it: in the local time of the person. */
export function inLocalTime(millisecond: number): string {
  const at = new Date(millisecond);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** Local time as typed to an instant in UTC, whole seconds; null where it is none. */
export function toInstant(typed: string): string | null {
  const at = new Date(typed);
  return Number.isNaN(at.getTime()) ? null : at.toISOString().replace(/\.\d+Z$/, "Z");
}

/** The next full hour after `millisecond`. */
export function nextFullHour(millisecond: number): number {
  const at = new Date(millisecond);
  at.setMinutes(60, 0, 0);
  return at.getTime();
}
