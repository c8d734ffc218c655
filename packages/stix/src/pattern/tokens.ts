import { patternFault } from "./fault.ts";
import { literalFault } from "./literal.ts";

export type TokenKind = "word" | "sign" | "string" | "integer" | "float" | "timestamp" | "hex" | "binary" | "end";

export type Token = {
  readonly kind: TokenKind;
  /** A sign or word as written, the content of a constant. */
  readonly text: string;
  readonly offset: number;
};

// Each of these matches one run of characters without alternatives inside a repetition: linear, and without stack.
const SPACE = /[\s\u0085]*/y;
const WORD = /[A-Za-z_][A-Za-z0-9_-]*/y;
const NUMBER = /[+-]?(?:\d*\.\d+|\d+)(?![\w])/y;
const PLAIN_TEXT = /[^'\\]*/y;
const SIGN = /<=|>=|!=|<>|==|[=<>[\]().,:*]/y;
const PREFIXES: Readonly<Record<string, "timestamp" | "hex" | "binary">> = { t: "timestamp", h: "hex", b: "binary" };

/** Cuts a pattern into tokens, one at a time: `next` is the one to come. */
export class PatternTokens {
  readonly #text: string;
  #at = 0;
  next: Token;

  /** @throws StixError for a first token that is none */
  constructor(text: string) {
    this.#text = text;
    this.next = this.#read();
  }

  take(): Token {
    const token = this.next;
    this.next = this.#read();
    return token;
  }

  isSign(sign: string): boolean {
    return this.next.kind === "sign" && this.next.text === sign;
  }

  isWord(word: string): boolean {
    return this.next.kind === "word" && this.next.text === word;
  }

  /** Steps over the sign or keyword if it comes next. */
  takes(text: string): boolean {
    if (!this.isSign(text) && !this.isWord(text)) return false;
    this.take();
    return true;
  }

  expect(text: string): void {
    if (!this.takes(text)) this.fail(`"${text}" is missing`);
  }

  /** Refuses the pattern at the token to come. */
  fail(what: string): never {
    throw patternFault(this.next.offset, this.next.kind === "end" ? `the pattern is cut off: ${what}` : what);
  }

  #read(): Token {
    this.#skipSpace();
    const offset = this.#at;
    const first = this.#text[offset];
    if (first === undefined) return { kind: "end", text: "", offset };
    if (first === "'") return { kind: "string", text: this.#quoted(), offset };
    const prefixed = this.#text[offset + 1] === "'" ? PREFIXES[first] : undefined;
    if (prefixed) return this.#prefixed(prefixed, offset);
    const word = this.#match(WORD);
    if (word) return { kind: "word", text: word, offset };
    const number = this.#match(NUMBER);
    if (number) return this.#checked(number.includes(".") ? "float" : "integer", number, offset);
    const sign = this.#match(SIGN);
    if (sign) return { kind: "sign", text: sign, offset };
    throw patternFault(offset, "this is no part of a pattern");
  }

  #prefixed(kind: "timestamp" | "hex" | "binary", offset: number): Token {
    this.#at += 1;
    return this.#checked(kind, this.#quoted(), offset);
  }

  #checked(kind: Exclude<TokenKind, "word" | "sign" | "string" | "end">, text: string, offset: number): Token {
    const fault = literalFault(kind, text);
    if (fault) throw patternFault(offset, fault);
    return { kind, text, offset };
  }

  /** A text in single quotes; only the quote and the backslash are escaped, with a backslash. */
  #quoted(): string {
    const opening = this.#at;
    let value = "";
    this.#at += 1;
    for (;;) {
      value += this.#match(PLAIN_TEXT);
      const sign = this.#text[this.#at];
      if (sign === undefined) throw patternFault(opening, "a string is not closed");
      this.#at += 1;
      if (sign === "'") return value;
      const escaped = this.#text[this.#at];
      if (escaped === undefined) throw patternFault(opening, "a string is not closed");
      if (escaped !== "'" && escaped !== "\\") {
        throw patternFault(this.#at - 1, "a backslash stands before a quote or another backslash only");
      }
      value += escaped;
      this.#at += 1;
    }
  }

  #skipSpace(): void {
    for (;;) {
      this.#match(SPACE);
      const start = this.#at;
      if (this.#text.startsWith("//", start)) {
        const end = this.#text.indexOf("\n", start);
        this.#at = end === -1 ? this.#text.length : end + 1;
      } else if (this.#text.startsWith("/*", start)) {
        const end = this.#text.indexOf("*/", start + 2);
        if (end === -1) throw patternFault(start, "a comment is not closed");
        this.#at = end + 2;
      } else return;
    }
  }

  #match(expression: RegExp): string {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }
}
