import type { Problem } from "@entente/node/api";

/** What the node refused, as it said it: title, detail and what the person can do. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }

  get signedOut(): boolean {
    return this.problem.status === 401;
  }
}

/** The node gave no answer at all: nothing was changed that we know of, and asking again is safe. */
export class Unreachable extends Error {}
