import type { Texts } from "../http/api.ts";
import type { Session } from "./model.ts";

/** What a session is called where a name must stand: its title, else its number in order. */
export function sessionName({ title, number }: Pick<Session, "title" | "number">): Texts {
  if (title) return title;
  if (number === undefined) return { en: "Session", fr: "Session", ko: "회의" };
  return { en: `${englishOrdinal(number)} session`, fr: frenchOrdinal(number), ko: `제${number}차 회의` };
}

/** A session with the body that meets, in the languages that both names have; English orders the two differently. */
export function fullSessionName(session: Pick<Session, "title" | "number">, body: Texts | undefined): Texts {
  const name = sessionName(session);
  if (!body) return name;
  const languages = Object.keys(name).filter((language) => body[language]);
  if (languages.length === 0) return name;
  return Object.fromEntries(languages.map((language) => [language, `${body[language]}, ${name[language]}`]));
}

const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const rules = new Intl.PluralRules("en", { type: "ordinal" });

function englishOrdinal(number: number): string {
  return `${number}${SUFFIXES[rules.select(number)] ?? "th"}`;
}

function frenchOrdinal(number: number): string {
  return number === 1 ? "1re session" : `${number}e session`;
}
