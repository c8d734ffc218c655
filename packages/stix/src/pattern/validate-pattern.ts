import { StixError } from "../error.ts";
import type { PatternLimits } from "./comparison-parser.ts";
import type { ComparisonExpression, ObservationExpression } from "./expression.ts";
import { PatternParser } from "./parser.ts";

export type PatternVerdict =
  | {
      readonly ok: true;
      readonly expression: ObservationExpression;
      /** What the standard spells otherwise, and what can never match; a sentence each, with its position if known. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly error: StixError };

/** Judges a pattern by the whole of STIX 9. Never throws, whatever the text. */
export function validatePattern(pattern: string, limits?: PatternLimits): PatternVerdict {
  try {
    const parser = new PatternParser(pattern, limits);
    const expression = parser.pattern();
    const remarks = parser.remarks.map(({ offset, message }) => `At character ${offset} of the pattern: ${message}.`);
    return { ok: true, expression, warnings: [...remarks, ...impossibleObservations(expression)] };
  } catch (error) {
    if (error instanceof StixError) return { ok: false, error };
    throw error;
  }
}

/** An observation holds for one object: what joins two types by AND inside one pair of brackets never matches. */
function impossibleObservations(expression: ObservationExpression): string[] {
  if (expression.kind === "qualified") return impossibleObservations(expression.expression);
  if (expression.kind !== "observation") return [...new Set(expression.operands.flatMap(impossibleObservations))];
  return typesOf(expression.comparison).size > 0
    ? []
    : ["Inside one pair of brackets, AND joins comparisons of different object types: no object can match."];
}

/** The object types of which one could fulfil the expression. */
function typesOf(expression: ComparisonExpression): ReadonlySet<string> {
  if (expression.kind === "test" || expression.kind === "exists") return new Set([expression.path.type]);
  const [first = new Set<string>(), ...rest] = expression.operands.map(typesOf);
  if (expression.kind === "or") return new Set([first, ...rest].flatMap((types) => [...types]));
  return new Set([...first].filter((type) => rest.every((types) => types.has(type))));
}
