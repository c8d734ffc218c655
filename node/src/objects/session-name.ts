type Texts = Record<string, string>;
type Named = { readonly title?: Texts; readonly number?: number };

/** What a session is called where a name must stand: its title, else its number in order. */
export function sessionName({ title, number }: Named): Texts {
  if (title) return title;
  if (number === undefined) return { en: "Session", fr: "Session", ko: "회의" };
  return { en: `${englishOrdinal(number)} session`, fr: frenchOrdinal(number), ko: `제${number}차 회의` };
}

const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const rules = new Intl.PluralRules("en", { type: "ordinal" });

function englishOrdinal(number: number): string {
  return `${number}${SUFFIXES[rules.select(number)] ?? "th"}`;
}

function frenchOrdinal(number: number): string {
  return number === 1 ? "1re session" : `${number}e session`;
}
