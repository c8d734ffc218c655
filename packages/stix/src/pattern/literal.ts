import { isTimestamp } from "../timestamp.ts";
import type { Literal } from "./expression.ts";
import { patternFault } from "./fault.ts";

const INTEGER = /^[+-]?(?:0|[1-9]\d*)$/;
const FLOAT = /^[+-]?\d*\.\d+$/;

/** What is wrong with the content of a constant, undefined when nothing is. */
export function literalFault(kind: Literal["kind"], value: string): string | undefined {
  if (kind === "integer" && !INTEGER.test(value)) return "this is no integer";
  if (kind === "float" && !FLOAT.test(value)) return "this is no number with a fraction";
  if (kind === "timestamp" && !isTimestamp(value)) return "a timestamp reads t'YYYY-MM-DDTHH:MM:SS[.s+]Z'";
  if (kind === "hex" && !(value.length % 2 === 0 && /^[0-9a-fA-F]*$/.test(value))) {
    return "a hex constant holds pairs of hexadecimal digits";
  }
  // Two plain checks instead of one pattern with a repeated group, which would need stack for each repetition.
  if (kind === "binary" && !(value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value))) {
    return "a binary constant holds Base64";
  }
  return undefined;
}

/** True for what WITHIN takes: a number of seconds above zero. */
export function isPositive(value: string): boolean {
  return (INTEGER.test(value) || FLOAT.test(value)) && Number(value) > 0;
}

/** True for what REPEATS takes: a whole number above zero. */
export function isPositiveInteger(value: string): boolean {
  return INTEGER.test(value) && Number(value) > 0;
}

/** The constant for a value of a program. @throws StixError for a number that no constant can spell */
export function literalOf(value: string | number | boolean): Literal {
  if (typeof value === "string") return { kind: "string", value };
  if (typeof value === "boolean") return { kind: "boolean", value };
  const text = String(value);
  if (INTEGER.test(text)) return { kind: "integer", value: text };
  if (FLOAT.test(text)) return { kind: "float", value: text };
  throw patternFault(0, `the number ${text} has no literal in a pattern`);
}
