/** Every way in which this package refuses an input. */
export type StixErrorCode =
  | "json-syntax"
  | "json-limit"
  | "json-duplicate-key"
  | "json-forbidden-key"
  | "json-text"
  | "json-number"
  | "timestamp-invalid"
  | "identifier-invalid"
  | "marking-invalid"
  | "object-invalid"
  | "pattern-invalid"
  | "bundle-invalid";

type StixErrorDetails = {
  readonly code: StixErrorCode;
  readonly path?: string;
  readonly rule: string;
  readonly section: string;
  readonly message: string;
  readonly offset?: number;
};

/**
 * One thing that is wrong with an input: `path` is a JSON path (`$.labels[1]`), `rule` a short stable name of the rule
 * that refuses it, `section` the clause ("STIX 3.2", "RFC 8785 3.2"), `message` says what to change. `offset` is where in
 * the input: bytes in a bundle, UTF-16 code units in a pattern; undefined where a path says more.
 */
export class StixError extends Error {
  readonly code: StixErrorCode;
  readonly path: string;
  readonly rule: string;
  readonly section: string;
  readonly offset: number | undefined;

  constructor({ code, path = "$", rule, section, message, offset }: StixErrorDetails) {
    super(message);
    this.name = "StixError";
    this.code = code;
    this.path = path;
    this.rule = rule;
    this.section = section;
    this.offset = offset;
  }
}
