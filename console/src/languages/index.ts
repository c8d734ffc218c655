import { i18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import type { Catalog, Key } from "./en/index.ts";
import { type Language, typeset } from "./typeset.ts";

export type { Key, Language };
export type Values = Record<string, string | number>;
/** Says a message of the catalogs in the language of the interface. */
export type Say = (key: Key, values?: Values) => string;

export const LANGUAGES: { language: Language; name: string; short: string }[] = [
  { language: "en", name: "English", short: "EN" },
  { language: "fr", name: "Français", short: "FR" },
  { language: "ko", name: "한국어", short: "한국어" },
];

const REMEMBERED = "entente-language";
const catalogs: Record<Language, () => Promise<{ default: Catalog }>> = {
  en: () => import("./en/index.ts"),
  fr: () => import("./fr/index.ts"),
  ko: () => import("./ko/index.ts"),
};

/** The language chosen here before, else the first that the browser asks for and we have, else English. */
export function preferredLanguage(): Language {
  const wished = [localStorage.getItem(REMEMBERED), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wished.find((tag): tag is Language => tag !== null && tag in catalogs) ?? "en";
}

export async function speak(language: Language): Promise<void> {
  const { default: messages } = await catalogs[language]();
  i18n.setMessagesCompiler(compileMessage);
  i18n.load(language, messages);
  i18n.activate(language);
  document.documentElement.lang = language;
  localStorage.setItem(REMEMBERED, language);
}

/** For what is no component (an event, a request's header). A component uses `useT`, so that it follows a change. */
export const spoken = (): Language => i18n.locale as Language;

export function useLanguage(): Language {
  return useLingui().i18n.locale as Language;
}

/** `const t = useT(); t("sessions.title")`. Keys that a catalog lacks are type errors. */
export function useT(): Say {
  const language = useLanguage();
  // A new function per language, so that what is remembered by `t` is said again when the language changes.
  return useMemo(() => (key, values) => typeset(i18n._(key, values), language), [language]);
}

/** For ids that come from the node, which may be newer than our catalogs: undefined where there is no such message. */
export function useMessage(): (id: string, values?: Values) => string | undefined {
  const t = useT();
  return useMemo(() => (id, values) => (id in i18n.messages ? t(id as Key, values) : undefined), [t]);
}
