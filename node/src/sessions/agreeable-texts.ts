import { canonicalText, NotesError } from "@entente/notes";
import { Type } from "typebox";
import { EntenteError, type Fault } from "#kernel/errors";
import type { Texts } from "../http/api.ts";

/** Words in one or more languages, by BCP 47 tag, as a request brings them. */
export const textsSchema = Type.Record(
  Type.String({ pattern: "^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$" }),
  Type.String({ minLength: 1, maxLength: 4000 }),
  { minProperties: 1, maxProperties: 20, additionalProperties: false },
);

/**
 * Words that both sides will accept: without anything that nobody sees and a digest would count (bidirectional and
 * zero-width characters, letters in pieces). Blanks at the ends are no words.
 * @throws EntenteError "text-not-canonical" with every language that is at fault
 */
export function agreeableTexts(texts: Texts): Texts {
  const trimmed = Object.entries(texts).map(([language, text]) => [language, text.trim()] as const);
  const faults = trimmed.flatMap(([language, text]) => faultIn(language, text));
  if (faults.length === 0) return Object.fromEntries(trimmed);
  throw new EntenteError({
    code: "text-not-canonical",
    message: faults[0]?.message ?? "",
    remedy: "Correct the words; what you entered is still in the form.",
    faults,
  });
}

function faultIn(language: string, text: string): Fault[] {
  const path = `$.text[${JSON.stringify(language)}]`;
  if (text === "") return [{ path, message: "There are no words in this language." }];
  try {
    canonicalText(`${text}\n`);
    return [];
  } catch (error) {
    if (error instanceof NotesError) return [{ path, message: error.message }];
    throw error;
  }
}
