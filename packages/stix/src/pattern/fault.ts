import { StixError } from "../error.ts";

/** A fault in a pattern; `offset` counts UTF-16 code units from its beginning. */
export function patternFault(offset: number, what: string, rule = "pattern"): StixError {
  const message = `At character ${offset} of the pattern: ${what}.`;
  return new StixError({ code: "pattern-invalid", rule, section: "STIX 9", message, offset });
}
