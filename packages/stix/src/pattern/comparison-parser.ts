import type { ComparisonExpression, ComparisonOperator, Literal, ObjectPath, PathStep } from "./expression.ts";
import { patternFault } from "./fault.ts";
import { PatternTokens, type Token } from "./tokens.ts";

export type PatternLimits = {
  /** UTF-16 code units; 1,048,576 when absent. */
  readonly maxLength?: number;
  /** Parentheses within parentheses; 64 when absent. */
  readonly maxDepth?: number;
};

/** Something that the standard spells otherwise, or that can never match; the pattern is read all the same. */
export type PatternRemark = { readonly offset: number; readonly message: string };

const SIGNS: Readonly<Record<string, ComparisonOperator>> = {
  "=": "=",
  "==": "=",
  "!=": "!=",
  "<>": "!=",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};
const TEXT_OPERATORS = ["LIKE", "MATCHES", "ISSUBSET", "ISSUPERSET"] as const;
const MAX_REMARKS = 50;

/** Reads object paths and what stands inside the brackets of an observation. */
export class ComparisonParser {
  readonly tokens: PatternTokens;
  readonly remarks: PatternRemark[] = [];
  readonly #maxDepth: number;
  #depth = 0;

  constructor(pattern: string, { maxLength = 1_048_576, maxDepth = 64 }: PatternLimits = {}) {
    if (pattern.length > maxLength) {
      const message = `a pattern has at most ${maxLength} characters, this one ${pattern.length}`;
      throw patternFault(maxLength, message, "limit");
    }
    this.tokens = new PatternTokens(pattern);
    this.#maxDepth = maxDepth;
  }

  /** The whole text as one object path. */
  objectPath(): ObjectPath {
    const path = this.#path();
    this.end();
    return path;
  }

  /** Nothing follows any more. */
  end(): void {
    if (this.tokens.next.kind !== "end") this.tokens.fail("the pattern should end here");
  }

  comparison(): ComparisonExpression {
    return this.chain("OR", "or", () => this.chain("AND", "and", () => this.#test()));
  }

  /** One operand, or the chain of those that an operator joins. */
  chain<T, K extends string>(
    operator: string,
    kind: K,
    operand: () => T,
  ): T | { readonly kind: K; readonly operands: readonly T[] } {
    const first = operand();
    if (!this.tokens.isWord(operator)) return first;
    const operands = [first];
    while (this.tokens.takes(operator)) operands.push(operand());
    return { kind, operands };
  }

  #test(): ComparisonExpression {
    const tokens = this.tokens;
    if (tokens.isSign("(")) return this.parenthesised(() => this.comparison());
    if (tokens.isWord("NOT") || tokens.isWord("EXISTS")) {
      const negated = tokens.takes("NOT");
      tokens.expect("EXISTS");
      return { kind: "exists", path: this.#path(), negated };
    }
    const path = this.#path();
    const negated = tokens.takes("NOT");
    const operator = this.#operator();
    return { kind: "test", path, negated, operator, values: this.#values(operator) };
  }

  #operator(): ComparisonOperator {
    const tokens = this.tokens;
    const { kind, text, offset } = tokens.next;
    const operator = kind === "sign" ? SIGNS[text] : undefined;
    if (operator) {
      if (operator !== text) this.remark(offset, `the operator is spelt ${operator}`);
      tokens.take();
      return operator;
    }
    const word = (["IN", ...TEXT_OPERATORS] as const).find((known) => tokens.takes(known));
    return word ?? tokens.fail("a comparison operator is missing");
  }

  #values(operator: ComparisonOperator): Literal[] {
    if (operator === "IN") return this.#set();
    const { kind, text } = this.tokens.next;
    const wantsText = TEXT_OPERATORS.some((known) => known === operator);
    if (wantsText && kind !== "string") this.tokens.fail(`${operator} wants a string`);
    const isOrder = operator.startsWith("<") || operator.startsWith(">");
    if (isOrder && kind === "word" && isTruth(text)) this.tokens.fail(`${operator} wants a value that has an order`);
    return [this.#literal()];
  }

  #set(): Literal[] {
    const tokens = this.tokens;
    tokens.expect("(");
    if (tokens.isSign(")")) tokens.fail("IN wants at least one value");
    const values = [this.#literal()];
    while (tokens.takes(",")) values.push(this.#literal());
    if (!tokens.takes(")")) tokens.fail('"," or ")" is missing');
    return values;
  }

  #literal(): Literal {
    const { kind, text } = this.tokens.next;
    if (kind === "sign" || kind === "end" || (kind === "word" && !isTruth(text))) {
      this.tokens.fail("a value is missing");
    }
    this.tokens.take();
    return kind === "word" ? { kind: "boolean", value: text === "true" } : { kind, value: text };
  }

  #path(): ObjectPath {
    if (this.tokens.next.kind !== "word") this.tokens.fail("an object type is missing");
    const type = this.tokens.take().text;
    this.tokens.expect(":");
    const steps: PathStep[] = [this.#name()];
    for (;;) {
      if (this.tokens.takes(".")) steps.push(this.#name());
      else if (this.tokens.takes("[")) steps.push(this.#index());
      else return { type, steps };
    }
  }

  #name(): PathStep {
    const { kind, text, offset } = this.tokens.next;
    if (kind !== "word" && kind !== "string") this.tokens.fail("a property name is missing");
    if (kind === "word" && text.includes("-")) this.remark(offset, "a property name with a hyphen stands in quotes");
    this.tokens.take();
    return { name: text };
  }

  #index(): PathStep {
    const index = indexOf(this.tokens.next);
    if (index === undefined) this.tokens.fail("an index is a number or *");
    this.tokens.take();
    this.tokens.expect("]");
    return { index };
  }

  /** What stands in parentheses; their depth is all that calls nest by. */
  parenthesised<T>(inner: () => T): T {
    if (this.#depth === this.#maxDepth) {
      const message = `parentheses nest more than ${this.#maxDepth} levels deep`;
      throw patternFault(this.tokens.next.offset, message, "limit");
    }
    this.#depth += 1;
    this.tokens.expect("(");
    const expression = inner();
    this.tokens.expect(")");
    this.#depth -= 1;
    return expression;
  }

  remark(offset: number, message: string): void {
    if (this.remarks.length < MAX_REMARKS) this.remarks.push({ offset, message });
  }
}

function indexOf({ kind, text }: Token): number | "*" | undefined {
  if (kind === "sign" && text === "*") return "*";
  const isIndex = kind === "integer" && /^\d+$/.test(text) && Number.isSafeInteger(Number(text));
  return isIndex ? Number(text) : undefined;
}

function isTruth(word: string): boolean {
  return word === "true" || word === "false";
}
