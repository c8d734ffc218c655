/** One run of a text: of signs that are written without blanks between words, or a word of any other script. */
const RUNS =
  /([\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーｰﾞﾟ]+)|((?:(?![\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーｰﾞﾟ])[\p{L}\p{N}\p{M}])+)/gu;

const LIGATURES: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };

type Run = { readonly signs: readonly string[] } | { readonly word: string };

/** Beyond this a word is no word but data: a hash of 512 bits has 128 signs. */
const LONGEST_WORD = 128;

/** One spelling per word: composed (NFC), in lower case, accents removed; signs of Hangul, Han and Kana as they are. */
export function folded(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{ASCII}]+/gu, (part) =>
      part
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
        .normalize("NFC"),
    )
    .replace(/[œæßøłđ]/g, (sign) => LIGATURES[sign] ?? sign);
}

// Most of what comes in masses is ASCII: it needs no look at scripts and accents.
const isAscii = (text: string) => !/[^\p{ASCII}]/u.test(text);

function* runsOf(text: string): Generator<Run> {
  for (const [, signs, word] of folded(text).matchAll(RUNS)) {
    if (signs !== undefined) yield { signs: [...signs] };
    else if (word !== undefined) yield { word: word.slice(0, LONGEST_WORD) };
  }
}

/**
 * What is written into the index: words, and of each run of signs its overlapping pairs. The last sign follows alone, so
 * that one sign is found wherever it stands: it begins a pair, or it ends the run.
 */
export function indexedTokens(text: string): string[] {
  if (isAscii(text)) return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => word.slice(0, LONGEST_WORD));
  const tokens: string[] = [];
  for (const run of runsOf(text)) {
    if ("word" in run) tokens.push(run.word);
    else tokens.push(...pairs(run.signs), run.signs.at(-1) ?? "");
  }
  return tokens;
}

/** Tokens that must follow each other; `isPrefix`: the last may go on. */
export type Phrase = { readonly tokens: readonly string[]; readonly isPrefix: boolean };

/**
 * What a person typed, as phrases that must all be found: one for each part between blanks, so that `10.0.0.1` or
 * `foo-bar` stays together. The last word may be unfinished, for it is searched as it is typed.
 */
export function phrasesOf(text: string): Phrase[] {
  const parts = text.split(/\s+/u).map((part) => [...runsOf(part)]);
  const spoken = parts.filter((runs) => runs.length > 0);
  return spoken.map((runs, index) => phraseOf(runs, index === spoken.length - 1));
}

/** What begins with so many signs has an index of its own (migration 0007). */
const INDEXED_PREFIX = 3;

export const hasLongPrefix = (phrases: readonly Phrase[]): boolean =>
  phrases.some(({ tokens, isPrefix }) => isPrefix && (tokens.at(-1)?.length ?? 0) > INDEXED_PREFIX);

/** The same with every word taken as finished. */
export const finishedPhrases = (phrases: readonly Phrase[]): Phrase[] =>
  phrases.map(({ tokens }) => ({ tokens, isPrefix: false }));

function phraseOf(runs: readonly Run[], isLast: boolean): Phrase {
  const tokens = runs.flatMap((run, index) => {
    if ("word" in run) return [run.word];
    // A run that ends within the phrase ends within the text too; the last one may go on there.
    const ends = index < runs.length - 1;
    return ends ? [...pairs(run.signs), run.signs.at(-1) ?? ""] : endOf(run.signs);
  });
  const last = runs.at(-1);
  const isPrefix = last !== undefined && ("word" in last ? isLast && last.word.length > 1 : last.signs.length === 1);
  return { tokens, isPrefix };
}

/** Pairs alone; of a single sign itself, which then begins a pair or stands last. */
function endOf(signs: readonly string[]): string[] {
  return signs.length === 1 ? [...signs] : pairs(signs);
}

function pairs(signs: readonly string[]): string[] {
  return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}

/** Whether a text holds every phrase: says why an object was found. */
export function holdsPhrases(text: string, phrases: readonly Phrase[]): boolean {
  const tokens = indexedTokens(text);
  return phrases.every((phrase) => tokens.some((_, at) => beginsAt(tokens, at, phrase)));
}

function beginsAt(tokens: readonly string[], at: number, { tokens: wanted, isPrefix }: Phrase): boolean {
  return wanted.every((token, index) => {
    const found = tokens[at + index];
    return isPrefix && index === wanted.length - 1 ? found?.startsWith(token) : found === token;
  });
}
