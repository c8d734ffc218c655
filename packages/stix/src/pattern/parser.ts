import { sortableTime } from "../timestamp.ts";
import { ComparisonParser, type PatternLimits } from "./comparison-parser.ts";
import type { ObjectPath, ObservationExpression, Qualifier } from "./expression.ts";
import { isPositive, isPositiveInteger } from "./literal.ts";

/**
 * Reads a pattern by recursive descent. Calls nest only as deep as parentheses do, which are limited, and no token is
 * looked at twice: time and memory are linear in the length of the pattern.
 */
export class PatternParser extends ComparisonParser {
  /** The whole text as one pattern. */
  pattern(): ObservationExpression {
    const expression = this.#followedBy();
    this.end();
    return expression;
  }

  // AND binds closer than OR, and OR closer than FOLLOWEDBY.
  #followedBy(): ObservationExpression {
    return this.chain("FOLLOWEDBY", "followed-by", () =>
      this.chain("OR", "or", () => this.chain("AND", "and", () => this.#qualified())),
    );
  }

  #qualified(): ObservationExpression {
    const expression = this.#observation();
    const qualifiers: Qualifier[] = [];
    for (let next = this.#qualifier(); next; next = this.#qualifier()) qualifiers.push(next);
    return qualifiers.length === 0 ? expression : { kind: "qualified", expression, qualifiers };
  }

  #observation(): ObservationExpression {
    if (this.tokens.isSign("(")) return this.parenthesised(() => this.#followedBy());
    if (!this.tokens.takes("[")) this.tokens.fail('an observation begins with "["');
    const comparison = this.comparison();
    this.tokens.expect("]");
    return { kind: "observation", comparison };
  }

  #qualifier(): Qualifier | undefined {
    const tokens = this.tokens;
    const { offset } = tokens.next;
    if (tokens.takes("WITHIN")) {
      const seconds = this.#number(isPositive, "WITHIN wants a number of seconds above zero");
      tokens.expect("SECONDS");
      return { kind: "within", seconds };
    }
    if (tokens.takes("REPEATS")) {
      const times = this.#number(isPositiveInteger, "REPEATS wants a whole number above zero");
      tokens.expect("TIMES");
      return { kind: "repeats", times };
    }
    if (!tokens.takes("START")) return undefined;
    const start = this.#timestamp();
    tokens.expect("STOP");
    const stop = this.#timestamp();
    if (sortableTime(start) >= sortableTime(stop)) this.remark(offset, "STOP is not after START: nothing can match");
    return { kind: "start-stop", start, stop };
  }

  #number(fits: (text: string) => boolean, what: string): string {
    const { kind, text } = this.tokens.next;
    if ((kind !== "integer" && kind !== "float") || !fits(text)) this.tokens.fail(what);
    return this.tokens.take().text;
  }

  #timestamp(): string {
    if (this.tokens.next.kind !== "timestamp") this.tokens.fail("a timestamp t'…' is missing");
    return this.tokens.take().text;
  }
}

/**
 * Reads a STIX pattern into its syntax tree. MATCHES is read like any other operator: its expression is never run.
 * @throws StixError "pattern-invalid" with the `offset` of what cannot be read; rule "limit" beyond length or depth
 */
export function parsePattern(pattern: string, limits?: PatternLimits): ObservationExpression {
  return new PatternParser(pattern, limits).pattern();
}

/** Reads an object path, such as `file:hashes.'SHA-256'`. @throws StixError "pattern-invalid" */
export function parseObjectPath(path: string): ObjectPath {
  return new PatternParser(path).objectPath();
}
