import type { JsonObject, Reference, TlpLevel } from "@entente/stix";

/** The party that stands for everyone (R12). */
export const PUBLIC = "PUBLIC";

export type Recipient = { readonly party: string; readonly short: string; readonly ceiling: TlpLevel };

/** One version of one object of one origin, with what the rules ask about it (R0). */
export type Candidate = {
  readonly versionId: number;
  readonly origin: string;
  readonly id: string;
  readonly type: string;
  readonly isObservable: boolean;
  readonly modified: string | null;
  readonly digest: string;
  readonly title: string;
  readonly author: string | null;
  readonly unknown: readonly string[];
  readonly granularMarkings: readonly { readonly marking_ref?: string }[];
  /** Marking ids: the object's own and the assigned label's; of an observable without any, those of its referrers. */
  readonly labels: readonly string[];
  readonly references: readonly Reference[];
  readonly idsInText: readonly Reference[];
  readonly object: JsonObject;
};

export type RuleId = "R2" | "R3" | "R4" | "R5" | "R6" | "R7" | "R8" | "R10" | "R12";

/** Why something does not go. `wait`: it may go once something that is missing has arrived. */
export type Reason = {
  readonly rule: RuleId;
  /** A message of the console's languages; `values` fill it. */
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly answer: "deny" | "wait";
};

/** What the rules may ask about the rest of the world, as it stands in this transaction. */
export type Surroundings = {
  readonly recipient: Recipient;
  readonly ownParty: string;
  /** True when the recipient knows the id already (R8). */
  knows(id: string): boolean;
  /** True when this node holds an object under the id. */
  holds(id: string): boolean;
  /** True when an open row of the recipient's view shows this very content. */
  shows(id: string, digest: string): boolean;
  /** The marking definition of an id among those of an origin, or a pinned one (R8). */
  definition(origin: string, markingId: string): JsonObject | undefined;
  /** True when both sides have accepted this content (objects.md). */
  isAgreed(id: string, digest: string): boolean;
};

/** A rule on one object. */
export type ObjectRule = {
  readonly id: RuleId;
  readonly judge: (candidate: Candidate, surroundings: Surroundings) => Reason[];
};
/** A rule on how objects hang together: judges what the others have left, again after each removal. */
export type GraphRule = {
  readonly id: RuleId;
  readonly judgeReference: (
    candidate: Candidate,
    reference: Reference,
    remaining: ReadonlyMap<string, Candidate>,
    surroundings: Surroundings,
  ) => Reason | undefined;
};
/** A rule on the persons: whether a second one is needed. */
export type PersonRule = {
  readonly id: RuleId;
  readonly needsSecondPerson: (candidates: readonly Candidate[], surroundings: Surroundings) => boolean;
};
export type Rule = ObjectRule | GraphRule | PersonRule;

export type Judgement = {
  readonly candidate: Candidate;
  readonly answer: "permit" | "wait" | "deny";
  readonly reasons: readonly Reason[];
};
export type Evaluation = {
  readonly judgements: readonly Judgement[];
  readonly permitted: readonly Candidate[];
  readonly needsSecondPerson: boolean;
};
