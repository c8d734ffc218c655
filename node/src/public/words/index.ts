import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { ko } from "./ko.ts";

export type Phrase = keyof typeof en;
/** A catalog holds every phrase: a missing one is a type error. */
export type Words = { readonly [phrase in Phrase]: string };

export const LANGUAGES = ["ko", "en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

export const WORDS: { readonly [language in Language]: Words } = { en, fr, ko };

export type Values = { readonly [name: string]: string | number };

/** A phrase, its `{name}` places filled. */
export function phrase(language: Language, key: Phrase, values: Values = {}): string {
  return WORDS[language][key].replace(/\{([a-z]+)\}/g, (place, name: string) => String(values[name] ?? place));
}
