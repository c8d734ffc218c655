import { type Language, typeset } from "../languages/typeset.ts";

const LOCALES: Record<Language, string> = { en: "en-GB", fr: "fr-FR", ko: "ko-KR" };

type Precision = "year" | "month" | "day";

const DAYS: Record<Precision, Intl.DateTimeFormatOptions> = {
  year: { year: "numeric", timeZone: "UTC" },
  month: { year: "numeric", month: "long", timeZone: "UTC" },
  day: { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" },
};

/** As exact as it was written: `1953`, `2013-09`, `2014-02-07` or an instant. */
export const precisionOf = (written: string): Precision =>
  written.length <= 4 ? "year" : written.length <= 7 ? "month" : "day";

export const sameDay = (a: string, b: string): boolean => a.slice(0, 10) === b.slice(0, 10);

/** A day, month or year in words, in UTC. */
export function day(written: string, language: Language, precision: Precision = precisionOf(written)): string {
  return typeset(new Intl.DateTimeFormat(LOCALES[language], DAYS[precision]).format(new Date(written)), language);
}

/** From a day to another; two days that follow each other are joined by a word. */
export function days(start: string, stop: string | null, language: Language): string {
  if (stop === null || sameDay(start, stop)) return day(start, language);
  const [from, to] = [new Date(start), new Date(stop)];
  const follow = Math.round((Date.parse(stop.slice(0, 10)) - Date.parse(start.slice(0, 10))) / 86_400_000) === 1;
  const sameMonth = start.slice(0, 7) === stop.slice(0, 7);
  if (follow && sameMonth && language !== "ko") {
    const and = language === "fr" ? "et" : "and";
    return `${from.getUTCDate()} ${and} ${day(stop, language)}`;
  }
  return typeset(new Intl.DateTimeFormat(LOCALES[language], DAYS.day).formatRange(from, to), language);
}

/** A time of day to the second, 24 hours, in UTC. */
export const clock = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  }).format(new Date(instant));

/** A day and a time to the minute, in UTC. */
export const dayAndTime = (instant: string, language: Language): string =>
  typeset(
    new Intl.DateTimeFormat(LOCALES[language], {
      year: "numeric",
      month: "short",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone: "UTC",
    }).format(new Date(instant)),
    language,
  );

export const count = (number: number, language: Language): string =>
  typeset(new Intl.NumberFormat(language === "en" ? "en-US" : LOCALES[language]).format(number), language);

/** A day with its weekday, as the person at this machine lives it; opens a page, so with a capital. */
export function today(now: Date, language: Language): string {
  const written = new Intl.DateTimeFormat(LOCALES[language], { weekday: "long", day: "numeric", month: "long" });
  const text = typeset(written.format(now), language);
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
