import { NotesError, type TextPosition } from "../error.ts";

type Fault = { readonly index: number; readonly reason: string; readonly remedy: string };

// Each finds what two people could see alike and a hash would not, or what no reader sees at all. Hangul fillers and
// variation selectors are among the default ignorable code points.
const FORBIDDEN: readonly (readonly [RegExp, string, string])[] = [
  [/\r/, "a carriage return", "end lines with a line feed alone"],
  [/[^\P{Cc}\n]/u, "a control character", "remove it; a tabulator becomes spaces"],
  [/[\p{Bidi_Control}]/u, "a bidirectional control", "remove it"],
  [/[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u, "a zero-width character", "remove it"],
  [/[\p{Zl}\p{Zp}]/u, "a line or paragraph separator", "use a line feed"],
  [/\p{Zs}(?=\n|$)/u, "a blank at the end of a line", "remove it"],
];

/**
 * The text of a file that is canonical at rest: UTF-8, NFC, lines ended by LF, no blank at a line's end, exactly one
 * newline at the end, no control, bidirectional or zero-width character. Nothing is repaired: whoever checks the text
 * later hashes raw bytes.
 * @param file bytes, or text that is yet to be written
 * @throws NotesError `text-not-canonical` with the reason and the `position` of the first fault of its sort
 */
export function canonicalText(file: Uint8Array | string): string {
  const text = typeof file === "string" ? file : decode(file);
  const fault = faultOf(text);
  if (!fault) return text;
  const position = positionOf(text, fault.index);
  const where = `line ${position.line}, column ${position.column}`;
  throw new NotesError("text-not-canonical", `Not canonical: ${fault.reason} at ${where}; ${fault.remedy}.`, {
    position,
  });
}

/**
 * A joint text: its paragraphs in order, joined by one empty line, with the final newline.
 * @throws NotesError `text-not-canonical`; also when a paragraph is empty or itself holds an empty line, for then the
 *   text would seem to have other paragraphs than were agreed
 */
export function textOf(paragraphs: readonly string[]): string {
  if (paragraphs.length === 0) throw new NotesError("text-not-canonical", "A text needs at least one paragraph.");
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph !== "" && !/^\n|\n\n|\n$/.test(paragraph)) continue;
    const message = `Paragraph ${index + 1} is empty, or holds an empty line or a newline at an end; make it two, or one.`;
    throw new NotesError("text-not-canonical", message);
  }
  return canonicalText(`${paragraphs.join("\n\n")}\n`);
}

function faultOf(text: string): Fault | undefined {
  if (!text.isWellFormed()) return { index: 0, reason: "half a surrogate pair", remedy: "type it again" };
  for (const [pattern, what, remedy] of FORBIDDEN) {
    const index = text.search(pattern);
    if (index !== -1) return { index, reason: `${what} (${codePoint(text, index)})`, remedy };
  }
  const composed = text.normalize("NFC");
  if (composed !== text) {
    const index = firstDifference(text, composed);
    return { index, reason: `letters not composed (NFC), ${codePoint(text, index)}`, remedy: "normalise it to NFC" };
  }
  if (text.startsWith("\n")) return { index: 0, reason: "an empty first line", remedy: "remove it" };
  if (!text.endsWith("\n")) return { index: text.length, reason: "no newline at the end", remedy: "add one" };
  if (text.endsWith("\n\n")) return { index: text.length - 1, reason: "an empty last line", remedy: "remove it" };
  return undefined;
}

function decode(file: Uint8Array): string {
  try {
    // The byte order mark is kept, to be refused like every other zero-width character.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file);
  } catch (cause) {
    const position = { line: 1, column: 1 };
    throw new NotesError("text-not-canonical", "Not canonical: the file is not UTF-8; save it again.", {
      position,
      cause,
    });
  }
}

function positionOf(text: string, index: number): TextPosition {
  const before = text.slice(0, index).split("\n");
  return { line: before.length, column: [...before.at(-1)!].length + 1 };
}

function firstDifference(text: string, other: string): number {
  let index = 0;
  while (text[index] === other[index]) index += 1;
  return index;
}

function codePoint(text: string, index: number): string {
  const hex = (text.codePointAt(index) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, "0")}`;
}
