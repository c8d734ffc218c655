import type { Language } from "../words/index.ts";
import { accessibilityEn, privacyEn } from "./en.ts";
import { accessibilityFr, privacyFr } from "./fr.ts";
import { accessibilityKo, privacyKo } from "./ko.ts";

/** A page that is a file of the node: it is not in any view, and says nothing of what is. `{party}` is filled in. */
export type FixedText = {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
};

/** The day since which the privacy policy reads as it does; a consent receipt names it. */
export const POLICY_VERSION = "2026-11-24";

export const PRIVACY: Record<Language, FixedText> = { en: privacyEn, fr: privacyFr, ko: privacyKo };
export const ACCESSIBILITY: Record<Language, FixedText> = {
  en: accessibilityEn,
  fr: accessibilityFr,
  ko: accessibilityKo,
};
