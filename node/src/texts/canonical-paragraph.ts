import { NotesError, textOf } from "@entente/notes";
import { EntenteError, type Fault } from "#kernel/errors";
import type { Texts } from "../http/api.ts";
import type { Frame } from "./model.ts";

/**
 * Refuses a paragraph that could not be signed: a language of the text that is missing, one that it does not have,
 * or a text that is not canonical at rest (accord.md 1). Nothing is repaired; every fault is named at once.
 * @throws EntenteError "text-not-canonical"
 */
export function checkParagraph({ languages }: Pick<Frame, "languages">, texts: Texts): void {
  const expected = languages.map(({ language }) => language);
  const missing = expected.filter((language) => !Object.hasOwn(texts, language));
  const unknown = Object.keys(texts).filter((language) => !expected.includes(language));
  const faults: Fault[] = [
    ...missing.map((language) => ({ path: pathOf(language), message: `The paragraph has no text in ${language}.` })),
    ...unknown.map((language) => ({ path: pathOf(language), message: `${language} is no language of this text.` })),
    ...expected.flatMap((language) => canonicalFault(language, texts[language])),
  ];
  if (faults.length === 0) return;
  throw new EntenteError({
    code: "text-not-canonical",
    message: faults[0]?.message ?? "The paragraph is not canonical.",
    remedy: `Give each of ${expected.join(", ")} a text without the named faults; nothing was saved.`,
    faults,
  });
}

function canonicalFault(language: string, text: string | undefined): Fault[] {
  if (text === undefined) return [];
  try {
    textOf([text]);
    return [];
  } catch (error) {
    if (error instanceof NotesError) return [{ path: pathOf(language), message: error.message }];
    throw error;
  }
}

function pathOf(language: string): string {
  return `body/texts/${language}`;
}
