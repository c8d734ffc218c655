import type { ComparisonExpression, ObservationExpression } from "./expression.ts";
import { patternFault } from "./fault.ts";
import { literalOf } from "./literal.ts";
import { parseObjectPath, parsePattern } from "./parser.ts";
import { printLiteral, printSteps } from "./printer.ts";

export type Comparison = {
  /** The observable's type, such as `domain-name`. */
  readonly type: string;
  /** The object path after the colon, such as `value` or `hashes.'SHA-256'`. */
  readonly path: string;
  readonly value: string | number | boolean;
};
export type ComparedObservable = Comparison & { readonly value: string };

/**
 * The pattern that matches when any of the comparisons holds: `[domain-name:value = 'a.example' OR …]` (STIX 9).
 * @throws StixError for an empty list, or for a type or path that is none
 */
export function equalityPattern(comparisons: readonly Comparison[]): string {
  if (comparisons.length === 0) throw patternFault(0, "a pattern compares at least one value");
  const terms = comparisons.map(({ type, path, value }) => {
    const name = `${type}:${path}`;
    // A path is written as it is: one that is more than a path could say something else.
    parseObjectPath(name);
    return `${name} = ${printLiteral(literalOf(value))}`;
  });
  const pattern = `[${terms.join(" OR ")}]`;
  // A comment at the end of a path would swallow what follows.
  if (comparedObservables(pattern).length !== comparisons.length) throw patternFault(0, "a type or path is malformed");
  return pattern;
}

/**
 * What a pattern compares with `=` or `IN`, negated comparisons left out, in the order of the pattern: the observables
 * that an index needs. Each value as text: a string without its escapes, a number or truth value as written, hex,
 * binary and timestamp constants by their content.
 * @throws StixError "pattern-invalid" with the position of what cannot be read
 */
export function comparedObservables(pattern: string): ComparedObservable[] {
  return observablesIn(parsePattern(pattern));
}

/** The same for a pattern that has been read. */
export function observablesIn(expression: ObservationExpression): ComparedObservable[] {
  const found: ComparedObservable[] = [];
  const collect = (node: ObservationExpression | ComparisonExpression): void => {
    if (node.kind === "observation") collect(node.comparison);
    else if (node.kind === "qualified") collect(node.expression);
    else if (node.kind === "test") {
      const isEquality = node.operator === "=" || node.operator === "IN";
      if (!isEquality || node.negated) return;
      const { type, steps } = node.path;
      const path = printSteps(steps);
      for (const { value } of node.values) found.push({ type, path, value: String(value) });
    } else if (node.kind !== "exists") for (const operand of node.operands) collect(operand);
  };
  collect(expression);
  return found;
}
