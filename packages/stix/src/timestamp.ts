import { StixError } from "./error.ts";

const ZERO = 0x30;
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

/** A valid timestamp as a text that sorts by time: without the trailing zeros of the fraction, of any number of digits. */
export function sortableTime(stixTimestamp: string): string {
  const [seconds = "", fraction = ""] = stixTimestamp.slice(0, -1).split(".");
  return `${seconds}.${fraction.replace(/0+$/, "")}`;
}

/**
 * Read by place and not by a regular expression: each object bears several timestamps, each looked at several times.
 */
function partsOf(text: string): { seconds: number; fraction: string } | undefined {
  const hasForm =
    text[4] === "-" &&
    text[7] === "-" &&
    text[10] === "T" &&
    text[13] === ":" &&
    text[16] === ":" &&
    text.endsWith("Z");
  if (!hasForm) return undefined;
  const fraction = text.slice(20, -1);
  const hasFraction = text[19] === "." && fraction.length > 0 && areDigits(fraction);
  if (!hasFraction && text.length !== 20) return undefined;
  const year = numberAt(text, 0) * 100 + numberAt(text, 2);
  const [month, day] = [numberAt(text, 5), numberAt(text, 8)];
  const [hour, minute, second] = [numberAt(text, 11), numberAt(text, 14), numberAt(text, 17)];
  // A comparison with NaN, for what are no digits, is false: hence what must hold, not what must not.
  const isDay = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  // Second 60 is refused: it has no place on a scale that counts 86,400 seconds a day, so it would collide.
  if (!isDay || !(hour <= 23 && minute <= 59 && second <= 59)) return undefined;
  return { seconds: daysBefore(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second, fraction };
}

/** The number of two digits at a place; NaN where there are none. */
function numberAt(text: string, place: number): number {
  const [tens, ones] = [text.charCodeAt(place) - ZERO, text.charCodeAt(place + 1) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function areDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return false;
  }
  return true;
}

/** Days from 1970-01-01 to a day of the Gregorian calendar, negative before it. */
function daysBefore(year: number, month: number, day: number): number {
  // Years that begin in March put the leap day last, where it moves no other day.
  const shifted = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((153 * monthsSinceMarch + 2) / 5) + day - 719_469;
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
