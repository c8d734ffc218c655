import type { Language } from "./words/index.ts";

const LOCALE: Record<Language, string> = { en: "en-GB", fr: "fr-FR", ko: "ko-KR" };
const DAY = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
const DAY_MS = 86_400_000;

/** A day, or a year alone, as it stands in an object. */
export function dayText(day: string, language: Language): string {
  if (/^\d{4}$/.test(day)) return language === "ko" ? `${day}년` : day;
  return new Intl.DateTimeFormat(LOCALE[language], DAY).format(instantOf(day));
}

/** The days of a session: one, two that follow each other, or from one to another. */
export function daysText(start: string | undefined, stop: string | undefined, language: Language): string | undefined {
  if (start === undefined) return undefined;
  if (stop === undefined || stop === start) return dayText(start, language);
  const [first, last] = [instantOf(start), instantOf(stop)];
  const isNextDay = last.getTime() - first.getTime() === DAY_MS && first.getUTCMonth() === last.getUTCMonth();
  if (!isNextDay) return new Intl.DateTimeFormat(LOCALE[language], DAY).formatRange(first, last);
  if (language === "ko") return `${dayText(start, language)}과 ${last.getUTCDate()}일`;
  return `${first.getUTCDate()} ${language === "fr" ? "et" : "and"} ${dayText(stop, language)}`;
}

/** An instant in UTC, to the minute. */
export function instantText(instant: string | number, language: Language): string {
  const format = { dateStyle: "long", timeStyle: "short", timeZone: "UTC", hourCycle: "h23" } as const;
  return `${new Intl.DateTimeFormat(LOCALE[language], format).format(new Date(instant))} UTC`;
}

/** A size as people read it. */
export function sizeText(bytes: number, language: Language): string {
  const unit = bytes < 1000 ? "byte" : "kilobyte";
  const value = bytes < 1000 ? bytes : Math.ceil(bytes / 1000);
  return new Intl.NumberFormat(LOCALE[language], { style: "unit", unit }).format(value);
}

/** The name of a language, in another. */
export function languageName(tag: string, language: Language): string {
  return new Intl.DisplayNames([LOCALE[language]], { type: "language" }).of(tag) ?? tag;
}

function instantOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The name of a language as its own speakers write it. */
export function ownLanguageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}
