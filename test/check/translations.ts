import { join } from "node:path";
import { pathToFileURL } from "node:url";

type Catalog = Readonly<Record<string, string>>;

/** Where the catalogs lie: the module of each language, and the name under which it exports its phrases. */
const CATALOGS = [
  { where: "console/src/languages", file: (language: string) => `${language}/index.ts`, name: () => "default" },
  {
    where: "node/src/public/words",
    file: (language: string) => `${language}.ts`,
    name: (language: string) => language,
  },
];

/** Words that are the same in English and French: names, symbols, and words that French has too. */
const SAME_IN_FRENCH = new Set(
  [
    "Entente English Français 한국어 Communiqué Communiqués Sessions Session Source Sources Type Action Actions Exchange",
    "Public PUBLIC National KOR USA JSON STIX TLP Atom Alliance Bulletins Conclusion Description Information Instant",
    "Lang Position Question Techniques Verdict Verdicts Versions anonymisation attribution organisation",
  ].flatMap((words) => words.split(" ")),
);

/** Every phrase that one language lacks or has beyond the others, and every one that was never translated. */
export async function brokenTranslations(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const { where, file, name } of CATALOGS) {
    const load = async (language: string): Promise<Catalog> =>
      (await import(pathToFileURL(join(root, where, file(language))).href))[name(language)];
    const english = await load("en");
    for (const language of ["fr", "ko"]) {
      const catalog = await load(language);
      const place = `${where} (${language})`;
      for (const key of Object.keys(english)) {
        if (catalog[key] === undefined) found.push(`${place}: ${key} is missing`);
        else if (isUntranslated(language, english[key] ?? "", catalog[key])) found.push(`${place}: ${key} is English`);
      }
      for (const key of Object.keys(catalog)) if (!(key in english)) found.push(`${place}: ${key} is in no other`);
    }
  }
  return found;
}

function isUntranslated(language: string, english: string, translated: string): boolean {
  if (english !== translated) return false;
  const words = english.replace(/\{[^}]*\}/g, " ").match(/\p{L}{3,}/gu) ?? [];
  return words.some((word) => (language === "ko" ? !NAMES.has(word) : !SAME_IN_FRENCH.has(word)));
}

const NAMES = new Set("Entente English Français 한국어 KOR USA JSON STIX TLP Atom".split(" "));
