import { hash } from "node:crypto";
import { type Manifest, manifestSha256, manifestText, NotesError, SINGLE_COPY, textOf } from "@entente/notes";
import type { AccordContent, ContentFault, Frame, Paragraph } from "./model.ts";

/**
 * The plain files that the parties sign (accord.md 1, 2), from the paragraphs in the text's order: the same bytes at
 * both nodes, because nothing else goes into them. Nothing is repaired: what is not canonical cannot be signed.
 */
export function accordContentOf(
  frame: Frame,
  parties: readonly string[],
  paragraphs: readonly Paragraph[],
): AccordContent {
  const fault = agreementFault(frame, parties, paragraphs) ?? languageFault(frame, paragraphs);
  if (fault) return { ok: false, why: fault };
  try {
    const texts = frame.languages.map(({ language }) => ({
      language: language.toLowerCase(),
      copy: SINGLE_COPY,
      text: textOf(paragraphs.map(({ shown }) => shown.texts[language] ?? "")),
    }));
    const manifest: Manifest = {
      symbol: frame.symbol,
      kind: frame.kind,
      parties: [...parties].sort() as [string, string],
      precedence: frame.precedence,
      texts: texts.map(({ language, copy, text }, index) => ({
        language,
        status: frame.languages[index]?.status ?? "courtesy",
        copy,
        sha256: hash("sha256", text, "hex"),
      })),
      basis: frame.sessionId,
    };
    const text = manifestText(manifest);
    return { ok: true, texts, manifest, text, sha256: manifestSha256(text) };
  } catch (error) {
    if (error instanceof NotesError) return { ok: false, why: "text-not-canonical" };
    throw error;
  }
}

/** What would keep these paragraphs from being signed one day, agreed or not: looked at before they are tabled. */
export function tablingFault(frame: Frame, paragraphs: readonly Paragraph[]): ContentFault | null {
  if (frame.paragraphs.length === 0) return "no-paragraphs";
  const fault = languageFault(frame, paragraphs);
  if (fault) return fault;
  try {
    for (const { language } of frame.languages) textOf(paragraphs.map(({ shown }) => shown.texts[language] ?? ""));
    return null;
  } catch (error) {
    if (error instanceof NotesError) return "text-not-canonical";
    throw error;
  }
}

function agreementFault(
  { paragraphs: expected, precedence }: Frame,
  parties: readonly string[],
  paragraphs: readonly Paragraph[],
): ContentFault | null {
  if (expected.length === 0) return "no-paragraphs";
  const all = paragraphs.length === expected.length && paragraphs.every(({ agreed }) => agreed);
  if (!all || parties.length !== 2) return "not-every-paragraph-agreed";
  // Under alternat each copy names its own party first; one text for both copies would not be what the word means.
  return precedence === "alternat" ? "alternat-not-built-yet" : null;
}

/** Every language of the text in every paragraph, and none besides. */
function languageFault({ languages }: Frame, paragraphs: readonly Paragraph[]): ContentFault | null {
  const expected = languages.map(({ language }) => language).sort();
  const whole = paragraphs.every(({ shown }) => Object.keys(shown.texts).sort().join() === expected.join());
  return whole ? null : "language-missing";
}
