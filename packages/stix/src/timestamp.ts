import { StixError } from "./error.ts";

const TIMESTAMP = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?Z$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a STIX timestamp: RFC 3339 in UTC with `T` and `Z`, any number of fraction digits, a day that exists. */
export function isTimestamp(text: string): boolean {
  return partsOf(text) !== undefined;
}

/**
 * A STIX timestamp as an integer of microseconds since 1970-01-01T00:00:00Z.
 * @throws StixError when it is no timestamp, has more than six fraction digits (two versions could then no longer be
 *   told apart by their key), is a leap second, or lies outside the years 1685 to 2254 (beyond 2^53 microseconds)
 */
export function microsecondsOf(stixTimestamp: string): number {
  const parts = partsOf(stixTimestamp);
  if (!parts) throw invalid(stixTimestamp, "is no timestamp of the form YYYY-MM-DDTHH:MM:SS[.ffffff]Z");
  if (parts.fraction.length > 6) throw invalid(stixTimestamp, "has more than six fraction digits");
  const micros = parts.seconds * 1_000_000 + Number(parts.fraction.padEnd(6, "0"));
  if (!Number.isSafeInteger(micros)) throw invalid(stixTimestamp, "lies outside the years 1685 to 2254");
  return micros;
}

/** The STIX timestamp of an integer of microseconds since the epoch, with six fraction digits. */
export function timestampOf(micros: number): string {
  if (!Number.isSafeInteger(micros)) throw invalid(String(micros), "is no whole number of microseconds");
  const fraction = ((micros % 1_000_000) + 1_000_000) % 1_000_000;
  const seconds = new Date((micros - fraction) / 1000).toISOString().slice(0, 19);
  return `${seconds}.${String(fraction).padStart(6, "0")}Z`;
}

/** The STIX timestamp of milliseconds since the epoch (`Date.now()`), with three fraction digits. */
export function millisecondTimestamp(ms: number): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) throw invalid(String(ms), "is no time in milliseconds");
  return date.toISOString();
}

function partsOf(text: string): { seconds: number; fraction: string } | undefined {
  const match = TIMESTAMP.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  // Second 60 is refused: it has no place on a scale that counts 86,400 seconds a day, so it would collide.
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  const days = new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
  return {
    seconds: days * 86_400 + hour * 3600 + minute * 60 + second,
    fraction: match[7] ?? "",
  };
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

function invalid(text: string, reason: string): StixError {
  return new StixError({
    code: "timestamp-invalid",
    rule: "timestamp",
    section: "STIX 2.16",
    message: `"${text.slice(0, 60)}" ${reason}.`,
  });
}
