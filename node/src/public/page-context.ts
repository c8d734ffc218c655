import type { Texts } from "../http/api.ts";
import { daysText, dayText, instantText, languageName } from "./dates.ts";
import { html, type Markup } from "./html.ts";
import type { PublicRecord, Source } from "./record.ts";
import { raisedOrdinals, typeset } from "./typography.ts";
import { type Language, type Phrase, phrase, type Values } from "./words/index.ts";

type Chosen = { readonly text: string; readonly language: string };

/** A text in the page's language, else in English, else in whichever it has. */
export function textIn(texts: string | Texts, language: Language): Chosen {
  // A plain text is a name that is the same in every language.
  if (typeof texts === "string") return { text: texts, language };
  const [first, text] = Object.entries(texts)[0] ?? ["en", ""];
  const found = [language, "en"].find((wanted) => texts[wanted] !== undefined);
  return found ? { text: texts[found] ?? "", language: found } : { text, language: first };
}

/** What the parts of one page share: its language, what is public, and the sources that it has cited so far. */
export class PageContext {
  readonly language: Language;
  readonly record: PublicRecord;
  readonly demonstration: boolean;
  readonly #sources = new Map<string, Source>();

  constructor(language: Language, record: PublicRecord, demonstration: boolean) {
    this.language = language;
    this.record = record;
    this.demonstration = demonstration;
  }

  /** A phrase of the interface as plain text. */
  words(key: Phrase, values?: Values): string {
    return typeset(phrase(this.language, key, values), this.language);
  }

  /** A text of an object as plain text, for titles and attributes. */
  plain(texts: string | Texts): string {
    const { text, language } = textIn(texts, this.language);
    return typeset(text, language);
  }

  /** A text of an object. One that the page's language lacks bears its own `lang`, and says so in words. */
  say(texts: string | Texts): Markup {
    const { text, language } = textIn(texts, this.language);
    const set = raisedOrdinals(typeset(text, language), language).map((part) =>
      part.raised ? html`<sup>${part.text}</sup>` : part.text,
    );
    if (language === this.language) return set;
    return html`<span lang=${language}>${set}</span>${" "}<small class="other">(${this.inLanguage(language)})</small>`;
  }

  /** "in English", "en anglais". */
  inLanguage(tag: string): string {
    return this.words("text.in", { language: this.languageName(tag) });
  }

  languageName(tag: string): string {
    return languageName(tag, this.language);
  }

  day(day: string): string {
    return typeset(dayText(day, this.language), this.language);
  }

  days(start: string | undefined, stop: string | undefined): string | undefined {
    const days = daysText(start, stop, this.language);
    return days && typeset(days, this.language);
  }

  instant(instant: string | number): string {
    return typeset(instantText(instant, this.language), this.language);
  }

  /** The number of a source in this page's list: the same source, the same number. */
  cite(...sources: readonly (Source | undefined)[]): Markup {
    const numbers = [...new Set(sources.flatMap((source) => (source ? [this.#numberOf(source)] : [])))];
    if (numbers.length === 0) return null;
    const links = numbers.flatMap((number, index) => [index > 0 && ", ", html`<a href=${`#s${number}`}>${number}</a>`]);
    return html`<sup class="n">${links}</sup>`;
  }

  get sources(): readonly Source[] {
    return [...this.#sources.values()];
  }

  /** An address of this site in the page's language. */
  path(rest = ""): string {
    return `/${this.language}/${rest}`;
  }

  #numberOf(source: Source): number {
    const key = JSON.stringify([source.publisher, source.title, source.date, source.url]);
    if (!this.#sources.has(key)) this.#sources.set(key, source);
    return [...this.#sources.keys()].indexOf(key) + 1;
  }
}
