/** Spellings that keep a value from being clicked, and what they stand for. Brackets first: later ones need their dots. */
const DEFANGED: readonly (readonly [RegExp, string])[] = [
  [/\s*[[({]\s*(?:\.|dot)\s*[\])}]\s*/gi, "."],
  [/\s*[[({]\s*(?:@|at)\s*[\])}]\s*/gi, "@"],
  [/[[({](:\/\/|:|\/\/|\/)[\])}]/g, "$1"],
  // Half of a pair is as common as the whole: evil[.example
  [/\[\.|\.\]/g, "."],
  [/\\\./g, "."],
  [/^(?:hxxp|htxp|hxtp|h\*\*p|h__p|h\[tt\]p|h\[xx\]p|meow)(?=s?:)/i, "http"],
  [/^fxp(?=s?:)/i, "ftp"],
];

/** A value as it was before somebody defanged it: `hxxp://evil[.]example` is http://evil.example. */
export function refanged(text: string): string {
  return DEFANGED.reduce((fanged, [spelling, meant]) => fanged.replace(spelling, meant), text.trim());
}
