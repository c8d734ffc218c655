// The syntax tree of a STIX pattern (STIX 9): plain data, without positions, so that two patterns that say the same in
// the same order are deeply equal.

/** A constant. Its value is the content as written: a string without its escapes, a number with its own digits. */
export type Literal =
  | { readonly kind: "string" | "integer" | "float" | "timestamp" | "hex" | "binary"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean };

/** One step of an object path: a property, a place in a list, or any place (`*`). */
export type PathStep = { readonly name: string } | { readonly index: number | "*" };

/** `file:hashes.'SHA-256'`: an object type and at least one step, of which the first is a property. */
export type ObjectPath = { readonly type: string; readonly steps: readonly PathStep[] };

export type EqualityOperator = "=" | "!=";
export type OrderOperator = "<" | "<=" | ">" | ">=";
export type TextOperator = "LIKE" | "MATCHES" | "ISSUBSET" | "ISSUPERSET";
export type ComparisonOperator = EqualityOperator | OrderOperator | TextOperator | "IN";

/** `path NOT? operator value`; `IN` has one value or more, every other operator exactly one. */
export type PropertyTest = {
  readonly kind: "test";
  readonly path: ObjectPath;
  readonly negated: boolean;
  readonly operator: ComparisonOperator;
  readonly values: readonly Literal[];
};

/** `NOT? EXISTS path`. */
export type ExistenceTest = { readonly kind: "exists"; readonly path: ObjectPath; readonly negated: boolean };

/** A chain of two or more operands; a chain in parentheses is an operand of its own. */
export type ComparisonChain = { readonly kind: "and" | "or"; readonly operands: readonly ComparisonExpression[] };

export type ComparisonExpression = PropertyTest | ExistenceTest | ComparisonChain;

/** `[comparison]`: what one observation has to fulfil. */
export type Observation = { readonly kind: "observation"; readonly comparison: ComparisonExpression };

export type ObservationChain = {
  readonly kind: "and" | "or" | "followed-by";
  readonly operands: readonly ObservationExpression[];
};

export type Qualifier =
  | { readonly kind: "within"; readonly seconds: string }
  | { readonly kind: "repeats"; readonly times: string }
  | { readonly kind: "start-stop"; readonly start: string; readonly stop: string };

/** An observation, or a chain in parentheses, with one qualifier or more, in their order. */
export type QualifiedObservation = {
  readonly kind: "qualified";
  readonly expression: ObservationExpression;
  readonly qualifiers: readonly Qualifier[];
};

export type ObservationExpression = Observation | ObservationChain | QualifiedObservation;
