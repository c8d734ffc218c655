import { StixError } from "./error.ts";

export type Comparison = {
  /** The observable's type, such as `domain-name`. */
  readonly type: string;
  /** The object path after the colon, such as `value` or `hashes.'SHA-256'`. */
  readonly path: string;
  readonly value: string | number | boolean;
};
export type ComparedObservable = Comparison & { readonly value: string };

type TokenKind = "string" | "number" | "literal" | "word" | "sign";
type Token = {
  readonly kind: TokenKind;
  readonly text: string;
  readonly value: string;
  readonly position: number;
};

const TOKEN = new RegExp(
  [
    /(?<space>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/,
    /(?<literal>[htb]'(?:[^'\\]|\\.)*')/,
    /(?<string>'(?:[^'\\]|\\.)*')/,
    /(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?![\w]))/,
    /(?<word>[A-Za-z_][A-Za-z0-9_-]*)/,
    /(?<sign><=|>=|!=|<>|==|[=<>[\]().,:*])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "suy",
);
const PLAIN_STEP = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The pattern that matches when any of the comparisons holds: `[domain-name:value = 'a.example' OR …]` (STIX 9).
 * @throws StixError for an empty list, or for a type or path that is none
 */
export function equalityPattern(comparisons: readonly Comparison[]): string {
  if (comparisons.length === 0) throw invalid(0, "a pattern compares at least one value");
  const terms = comparisons.map(({ type, path, value }) => `${type}:${path} = ${literalOf(value)}`);
  const pattern = `[${terms.join(" OR ")}]`;
  // A path is written as it is: reading the pattern back shows one that would say something else.
  if (comparedObservables(pattern).length !== comparisons.length) throw invalid(0, "a type or path is malformed");
  return pattern;
}

/**
 * What a pattern compares with `=` or `IN`, negated comparisons left out: the observables that an index needs. Each
 * value as text: a string without its escapes, a number or truth value as written, hex, binary and timestamp literals
 * by their content. Only tokens and comparisons are read here; how observations combine does not matter to it.
 * @throws StixError "pattern-invalid" with the position of what cannot be read
 */
export function comparedObservables(pattern: string): ComparedObservable[] {
  const tokens = tokensOf(pattern);
  const found: ComparedObservable[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind !== "word" || tokens[at + 1]?.text !== ":") continue;
    const reader = new ComparisonReader(tokens, at, pattern.length);
    found.push(...reader.comparison());
    at = reader.at - 1;
  }
  return found;
}

class ComparisonReader {
  readonly #tokens: readonly Token[];
  readonly #length: number;
  at: number;

  constructor(tokens: readonly Token[], at: number, length: number) {
    this.#tokens = tokens;
    this.#length = length;
    this.at = at;
  }

  comparison(): ComparedObservable[] {
    const type = this.#take().text;
    this.at += 1;
    const path = this.#path();
    const isNegated = this.#isKeyword("NOT");
    if (isNegated) this.at += 1;
    const operator = this.#tokens[this.at];
    const isEquality = operator?.text === "=" || operator?.text === "==";
    if (!isEquality && !this.#isKeyword("IN")) return [];
    this.at += 1;
    const values = isEquality ? [this.#value()] : this.#set();
    return isNegated ? [] : values.map((value) => ({ type, path, value }));
  }

  #path(): string {
    let path = this.#step();
    for (;;) {
      if (this.#isSign(".")) {
        this.at += 1;
        path += `.${this.#step()}`;
      } else if (this.#isSign("[")) {
        this.at += 1;
        const index = this.#take();
        if (index.text !== "*" && !/^\d+$/.test(index.text)) throw invalid(index.position, "an index is a number or *");
        this.#expect("]");
        path += `[${index.text}]`;
      } else return path;
    }
  }

  #step(): string {
    const token = this.#take();
    if (token.kind !== "word" && token.kind !== "string") throw invalid(token.position, "a property name is missing");
    return PLAIN_STEP.test(token.value) ? token.value : quote(token.value);
  }

  #set(): string[] {
    const values: string[] = [];
    this.#expect("(");
    if (this.#isSign(")")) throw invalid(this.#tokens[this.at]?.position ?? 0, "IN wants at least one value");
    for (;;) {
      values.push(this.#value());
      const next = this.#take();
      if (next.text === ")" && next.kind === "sign") return values;
      if (next.text !== "," || next.kind !== "sign") throw invalid(next.position, '"," or ")" is missing');
    }
  }

  #value(): string {
    const token = this.#take();
    const isTruth = token.kind === "word" && /^(?:true|false)$/.test(token.text);
    if (token.kind === "sign" || (token.kind === "word" && !isTruth))
      throw invalid(token.position, "a value is missing");
    return token.value;
  }

  #isKeyword(word: string): boolean {
    const token = this.#tokens[this.at];
    return token?.kind === "word" && token.text === word;
  }

  #isSign(sign: string): boolean {
    const token = this.#tokens[this.at];
    return token?.kind === "sign" && token.text === sign;
  }

  #expect(sign: string): void {
    const token = this.#take();
    if (token.kind !== "sign" || token.text !== sign) throw invalid(token.position, `"${sign}" is missing`);
  }

  #take(): Token {
    const token = this.#tokens[this.at];
    if (!token) throw invalid(this.#length, "the pattern is cut off");
    this.at += 1;
    return token;
  }
}

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let position = 0; position < pattern.length; position = TOKEN.lastIndex) {
    TOKEN.lastIndex = position;
    const groups = TOKEN.exec(pattern)?.groups;
    if (!groups) throw invalid(position, "this is no part of a pattern");
    const kind = (["string", "number", "literal", "word", "sign"] as const).find((name) => groups[name] !== undefined);
    if (!kind) continue;
    const text = groups[kind] ?? "";
    const value = kind === "string" ? unquote(text) : kind === "literal" ? unquote(text.slice(1)) : text;
    tokens.push({ kind, text, value, position });
  }
  return tokens;
}

function literalOf(value: string | number | boolean): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "boolean") return String(value);
  const text = String(value);
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw invalid(0, `the number ${text} has no literal in a pattern`);
  return text;
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gs, "$1");
}

function invalid(position: number, what: string): StixError {
  const message = `At character ${position} of the pattern: ${what}.`;
  return new StixError({
    code: "pattern-invalid",
    rule: "pattern",
    section: "STIX 9",
    message,
  });
}
