import type { Texts as TextsOf } from "@entente/node/api";
import { type Key, useLanguage, useT } from "../languages/index.ts";
import { typeset } from "../languages/typeset.ts";
import { pick } from "./pick.ts";

export const NAME_OF_LANGUAGE: Record<string, Key> = { en: "language.en", fr: "language.fr", ko: "language.ko" };

/** A bare number or year belongs to no language. */
const LETTERS = /\p{L}/u;

/** One of several languages: that of the interface, else the best there is, with its `lang` and a word on which it is. */
export function Texts({ of, quiet }: { of: TextsOf; quiet?: boolean }) {
  const t = useT();
  const language = useLanguage();
  const picked = pick(of, language);
  if (!picked) return null;
  const named = NAME_OF_LANGUAGE[picked.tag.slice(0, 2)];
  return (
    <>
      <span lang={picked.tag}>{set(picked)}</span>
      {picked.other && !quiet && LETTERS.test(picked.text) && (
        <span className="fallback">{t("language.in", { language: named ? t(named) : picked.tag })}</span>
      )}
    </>
  );
}

/** The same as a plain string, for a window's title or an attribute. */
export function usePlain(): (of: TextsOf | null | undefined) => string {
  const language = useLanguage();
  return (of) => {
    const picked = of && pick(of, language);
    return picked ? set(picked) : "";
  };
}

/** As its own language is set in print. What is signed is shown elsewhere, exactly as it is. */
function set({ text, tag }: { text: string; tag: string }): string {
  const language = tag.slice(0, 2);
  return language === "fr" || language === "en" ? typeset(text, language) : text;
}
