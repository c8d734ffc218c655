import type { Language } from "./words/index.ts";

const NO_BREAK = "\u00a0";
const NARROW = "\u202f";
const HYPHEN = "\u2011";
const MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";

/**
 * Sets a text of ours as its language wants it. Authors type plain spaces; French gets its no-break ones here and
 * nowhere else. Never for signed text, which stands as its bytes say.
 */
export function typeset(text: string, language: string): string {
  return language === "fr" ? french(text) : text;
}

function french(text: string): string {
  return text
    .replace(/[ \u00a0\u202f]+:/g, `${NO_BREAK}:`)
    .replace(/[ \u00a0\u202f]+([;!?])/g, `${NARROW}$1`)
    .replace(/«[ \u00a0\u202f]*/g, `«${NO_BREAK}`)
    .replace(/[ \u00a0\u202f]*»/g, `${NO_BREAK}»`)
    .replace(/(\d) (?=\d{3}\b)/g, `$1${NARROW}`)
    .replace(new RegExp(`\\b(\\d{1,2}|1er) (?=(?:${MONTHS})\\b)`, "g"), `$1${NO_BREAK}`)
    .replace(/\bAsie-Pacifique\b/g, `Asie${HYPHEN}Pacifique`);
}

/** A text cut where an ordinal is raised in French: `48e` gives 48 and a raised e. Other languages stay whole. */
export function raisedOrdinals(text: string, language: string): { readonly text: string; readonly raised: boolean }[] {
  if (language !== "fr") return [{ text, raised: false }];
  return text
    .split(/(?<=\b\d{1,3})(er|re|e)\b/)
    .map((part, index) => ({ text: part, raised: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}

/** 1st, 2nd, 3rd; 1re, 2e (of sessions, which are feminine); 제1차. */
export function shortOrdinal(number: number, language: Language): string {
  if (language === "ko") return `제${number}차`;
  if (language === "fr") return number === 1 ? "1re" : `${number}e`;
  const suffix = { one: "st", two: "nd", few: "rd", other: "th" } as const;
  const rule = new Intl.PluralRules("en", { type: "ordinal" }).select(number);
  return `${number}${suffix[rule as keyof typeof suffix] ?? "th"}`;
}
