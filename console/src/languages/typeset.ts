export type Language = "en" | "fr" | "ko";

const NO_BREAK = "\u00a0";
const NARROW = "\u202f";
const FRENCH_MONTHS =
  "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv\\.|févr\\.|juil\\.|sept\\.|oct\\.|nov\\.|déc\\.";

const FRENCH: [RegExp, string][] = [
  [/« ?/g, `«${NO_BREAK}`],
  [/ ?»/g, `${NO_BREAK}»`],
  // Only a space that the author wrote becomes one that does not break: addresses and times keep their colons.
  [/ :/g, `${NO_BREAK}:`],
  [/ ([;!?])/g, `${NARROW}$1`],
  [/\b1er\b/g, "1ᵉʳ"],
  [/\b1re\b/g, "1ʳᵉ"],
  [/\b(\d+)e\b/g, "$1ᵉ"],
  [/\bnº (?=\d)/g, `nº${NO_BREAK}`],
  [new RegExp(`(\\d|ᵉʳ) (?=(?:${FRENCH_MONTHS})(?![\\p{L}]))`, "gu"), `$1${NO_BREAK}`],
  [/Asie-Pacifique/g, "Asie\u2011Pacifique"],
];

/**
 * A sentence of the interface as its language is set in print: spaces that do not break in French, the narrow space
 * between thousands in English. Authors write plain spaces.
 */
export function typeset(text: string, language: Language): string {
  if (language === "fr") return FRENCH.reduce((set, [found, by]) => set.replace(found, by), text);
  if (language === "en") return text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, NARROW);
  return text;
}
