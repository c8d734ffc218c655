import type { Observable } from "#objects";
import { observableMeant, readValue, refanged, type Value } from "#threats";
import { type AddressRange, addressRange, rangesAround } from "./addresses.ts";
import { type Phrase, phrasesOf } from "./words.ts";

/** What a person typed, read in every way in which it can be found. */
export type Query = {
  readonly text: string;
  /** Each must be found. None for a range: it is found by what lies in it. */
  readonly phrases: readonly Phrase[];
  /** What it was understood as, if it is an observable, defanged or not. */
  readonly understoodAs: Observable | null;
  /** How observables spell it. */
  readonly values: readonly string[];
  readonly range: AddressRange | null;
  /** The ranges around an address or range. */
  readonly around: readonly string[];
};

export function readQuery(written: string): Query {
  // No stored text holds a NUL, and PostgreSQL takes none in a question.
  const text = written.replaceAll("\0", " ").trim();
  const meant = refanged(text);
  const value = readValue(meant, "registered") ?? readValue(meant, "listed");
  const isSure = readValue(meant, "registered") !== undefined || (value !== undefined && meant !== text);
  const host = value?.kind === "host" ? value.host.value : null;
  const range = host === null ? undefined : addressRange(host);
  const isRange = range !== undefined && !range.isSingle;
  return {
    text,
    phrases: isRange ? [] : phrasesOf(meant),
    understoodAs: value && isSure ? observableMeant(value) : null,
    values: text === "" ? [] : [...new Set([text, meant, ...(value ? spellings(value) : [])])],
    range: isRange ? range : null,
    around: host !== null && range ? rangesAround(host) : [],
  };
}

function spellings(value: Value): string[] {
  if (value.kind === "host-path") return ["http", "https"].map((scheme) => `${scheme}://${value.text}`);
  return [observableMeant(value).value];
}
