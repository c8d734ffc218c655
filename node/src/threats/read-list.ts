import { readValue, type Value } from "./read-value.ts";
import { refanged } from "./refang.ts";

/** What a list says in one line: a value, where it was read, and how many times the list has said it before. */
export type ListedValue = {
  readonly line: number;
  readonly text: string;
  readonly value: Value;
  /** 1 for the first line with this value: a second source for the same value is a second indicator. */
  readonly occurrence: number;
  readonly references: readonly ExternalReference[];
};
export type ExternalReference = { readonly source_name: string; readonly url?: string; readonly description?: string };
export type RefusedLine = { readonly line: number; readonly reason: string };

const MAX_LINES = 1_000_000;
const MAX_LINE_LENGTH = 4096;
const MAX_REFERENCES = 50;
const REFERENCE = /^#\s*refere\w*:\s*(.+)$/i;

/**
 * Reads a plain list: one value a line, defanged or not. Comment lines directly above values give their references; a
 * comment after a value begins a new block. What cannot be read is named and left out; the rest goes in.
 */
export function readList(text: string): { values: ListedValue[]; refused: RefusedLine[] } {
  const values: ListedValue[] = [];
  const refused: RefusedLine[] = [];
  const seen = new Map<string, number>();
  let references: ExternalReference[] = [];
  let isInBlock = false;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, "")
    .split("\n", MAX_LINES + 1)
    .entries()) {
    const line = index + 1;
    const content = raw.trim();
    if (content === "") continue;
    if (line > MAX_LINES) {
      refused.push({ line, reason: `a list has at most ${MAX_LINES} lines; this one and all after it are left out` });
      break;
    }
    if (content.startsWith("#")) {
      if (!isInBlock) references = [];
      isInBlock = true;
      const reference = referenceOf(content);
      if (reference && references.length < MAX_REFERENCES) references.push(reference);
      continue;
    }
    isInBlock = false;
    const value = content.length > MAX_LINE_LENGTH ? undefined : readValue(refanged(content), "listed");
    if (!value) {
      refused.push({ line, reason: reasonFor(content) });
      continue;
    }
    const key = JSON.stringify(value);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    values.push({ line, text: refanged(content), value, occurrence, references });
  }
  return { values, refused };
}

function reasonFor(content: string): string {
  if (content.length > MAX_LINE_LENGTH) return `a line has at most ${MAX_LINE_LENGTH} characters`;
  if (/\s/.test(content)) return "a line holds one value, without blanks in it";
  return "no domain, address, URL, path, file digest or e-mail address";
}

function referenceOf(comment: string): ExternalReference | undefined {
  const [, text = ""] = REFERENCE.exec(comment) ?? [];
  if (text === "") return undefined;
  const [first = "", ...rest] = text.trim().split(/\s+/);
  const description = rest.join(" ").replace(/^\((.*)\)$/, "$1");
  if (!URL.canParse(first)) return { source_name: "reference", description: text.trim().slice(0, MAX_LINE_LENGTH) };
  const source_name = new URL(first).hostname || "reference";
  return { source_name, url: first, ...(description === "" ? {} : { description }) };
}
