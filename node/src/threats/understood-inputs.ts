import { readValue, type Value } from "./read-value.ts";
import { refanged } from "./refang.ts";

/** One thing that a person pasted, and what it was understood as. */
export type Input = {
  readonly input: string;
  readonly value: Value | undefined;
  /** True for a name with a suffix that nobody gives out: a file name, unless an indicator names it. */
  readonly isGuess: boolean;
};

const BETWEEN = /[\s,;|"'`<>]+/;
const SHOWN = 500;

/**
 * What stands in a pasted text, in its order, duplicates kept. A line that is one value, or one word, is one input;
 * running text gives each value that is in it, or one input that is not understood when there is none.
 */
export function understoodInputs(text: string): Input[] {
  return text.split(/\r\n|[\n\r]/).flatMap((line) => inputsOf(line.trim()));
}

function inputsOf(line: string): Input[] {
  if (line === "") return [];
  const whole = understood(line);
  if (whole.value && !whole.isGuess) return [whole];
  // Blanks around a bracketed dot belong to the value: evil [.] example
  const words = line.replace(/\s*([[({]\s*(?:\.|dot|@|at)\s*[\])}])\s*/gi, "$1").split(BETWEEN);
  const values = words.map(withoutPunctuation).filter((word) => word !== "");
  if (values.length === 1) return [understood(values[0] ?? line)];
  const known = values.map(understood).filter(({ value, isGuess }) => value && !isGuess);
  return known.length > 0 ? known : [whole];
}

function understood(input: string): Input {
  const text = refanged(input);
  const value = readValue(text, "registered");
  return { input: input.slice(0, SHOWN), value: value ?? readValue(text, "listed"), isGuess: value === undefined };
}

/** A word as it stands in a sentence: the full stop after it and brackets around it are not part of it. */
function withoutPunctuation(word: string): string {
  const text = word.replace(/[.,:;!?]+$/, "");
  if (!/[)}\]]$/.test(text)) return text.replace(/^[({[]+(?=[\p{L}\p{N}])/u, "");
  const closesMore = count(text, /[)}\]]/g) > count(text, /[({[]/g);
  if (!closesMore && understood(text).value) return text;
  return text.replace(/^[({[]+/, "").replace(/[)}\]]+$/, "");
}

function count(text: string, signs: RegExp): number {
  return text.match(signs)?.length ?? 0;
}
