import type {
  ComparisonExpression,
  Literal,
  ObjectPath,
  ObservationExpression,
  PathStep,
  Qualifier,
} from "./expression.ts";
import { patternFault } from "./fault.ts";
import { isPositive, isPositiveInteger, literalFault } from "./literal.ts";

const TYPE_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const PLAIN_STEP = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** How closely an expression holds together; one that is looser than its place wants needs parentheses. */
const STRENGTH = { "followed-by": 1, or: 2, and: 3, qualified: 4, observation: 5, test: 5, exists: 5 } as const;
const OPERATOR = { "followed-by": " FOLLOWEDBY ", or: " OR ", and: " AND " } as const;

/**
 * The canonical text of a pattern: one space between tokens, the standard's operators, no parentheses but needed ones,
 * quotes only around property names that need them. Reading it gives a tree that is deeply equal to this one.
 * @throws StixError "pattern-invalid" for a name or constant that no pattern can hold: nothing in a tree can say more
 *   than its place allows
 */
export function printPattern(expression: ObservationExpression): string {
  switch (expression.kind) {
    case "observation":
      return `[${printComparison(expression.comparison)}]`;
    case "qualified": {
      const inner = within(STRENGTH.observation, expression.expression, printPattern);
      return [inner, ...expression.qualifiers.map(printQualifier)].join(" ");
    }
    default:
      return printChain(expression, printPattern);
  }
}

function printComparison(expression: ComparisonExpression): string {
  switch (expression.kind) {
    case "exists":
      return `${expression.negated ? "NOT " : ""}EXISTS ${printObjectPath(expression.path)}`;
    case "test": {
      const { path, negated, operator, values } = expression;
      const literals = values.map(printLiteral);
      const operand = operator === "IN" ? `(${literals.join(", ")})` : literals.join("");
      return `${printObjectPath(path)} ${negated ? "NOT " : ""}${operator} ${operand}`;
    }
    default:
      return printChain(expression, printComparison);
  }
}

function printChain<T extends { readonly kind: keyof typeof STRENGTH }>(
  { kind, operands }: { readonly kind: keyof typeof OPERATOR; readonly operands: readonly T[] },
  print: (operand: T) => string,
): string {
  return operands.map((operand) => within(STRENGTH[kind] + 1, operand, print)).join(OPERATOR[kind]);
}

function within<T extends { readonly kind: keyof typeof STRENGTH }>(
  strength: number,
  operand: T,
  print: (operand: T) => string,
): string {
  return STRENGTH[operand.kind] < strength ? `(${print(operand)})` : print(operand);
}

function printQualifier(qualifier: Qualifier): string {
  switch (qualifier.kind) {
    case "within":
      if (!isPositive(qualifier.seconds)) throw patternFault(0, "WITHIN wants a number of seconds above zero");
      return `WITHIN ${qualifier.seconds} SECONDS`;
    case "repeats":
      if (!isPositiveInteger(qualifier.times)) throw patternFault(0, "REPEATS wants a whole number above zero");
      return `REPEATS ${qualifier.times} TIMES`;
    case "start-stop": {
      const [start, stop] = [qualifier.start, qualifier.stop].map((value) =>
        printLiteral({ kind: "timestamp", value }),
      );
      return `START ${start} STOP ${stop}`;
    }
  }
}

/** `type:` and the steps of a path. */
function printObjectPath({ type, steps }: ObjectPath): string {
  if (!TYPE_NAME.test(type)) throw patternFault(0, `"${type.slice(0, 60)}" is no object type`);
  const [first] = steps;
  if (!first || !("name" in first)) throw patternFault(0, "an object path begins with a property");
  return `${type}:${printSteps(steps)}`;
}

/** The steps of a path, as they stand after the colon. */
export function printSteps(steps: readonly PathStep[]): string {
  return steps.map(printStep).join("").slice(1);
}

function printStep(step: PathStep): string {
  if ("name" in step) return `.${PLAIN_STEP.test(step.name) ? step.name : quote(step.name)}`;
  if (step.index !== "*" && !(Number.isSafeInteger(step.index) && step.index >= 0)) {
    throw patternFault(0, "an index is a number or *");
  }
  return `[${step.index}]`;
}

/** A constant as a pattern spells it. @throws StixError "pattern-invalid" for content that its kind cannot have */
export function printLiteral({ kind, value }: Literal): string {
  if (kind === "boolean") return String(value);
  if (kind === "string") return quote(value);
  const fault = literalFault(kind, value);
  if (fault) throw patternFault(0, fault);
  if (kind === "integer" || kind === "float") return value;
  return `${kind[0]}'${value}'`;
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}
