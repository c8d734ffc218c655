import { type CommandContext, command } from "#database";
import { EntenteError } from "#kernel/errors";
import { hex } from "#kernel/random";
import type { Objects } from "#objects";
import { evaluate, seenDigest } from "./evaluate.ts";
import type { Candidate, Evaluation, Recipient, Rule } from "./model.ts";
import { slicesInReferenceOrder } from "./reference-order.ts";
import type { DecisionState } from "./tables.ts";

/** Who decides: a random person id, and the function that others see. */
export type Person = { readonly id: string; readonly function: string };

export type NewDecision = {
  readonly party: string;
  readonly ids: readonly string[];
  readonly reason: string;
  readonly first: Person;
  /** Given at once where two persons have acted already (an accord: who signed, and who gave `publish`). */
  readonly second?: Person;
  /** What the first person saw (`seenDigest`); left out where the act itself showed it. */
  readonly seen?: string;
  /** Microseconds: carried out at that instant, or at the next start after it (accord.md). */
  readonly notBefore?: number;
};
export type Decided = { readonly decision: string; readonly state: DecisionState; readonly permitted: number };

const VALID_MICROS = 30 * 86_400_000_000;

/** R6: records an explicit decision with the digests of all that it releases. The objects follow in slices (R12). */
export const recordDecision = (rules: readonly Rule[]) =>
  command("objects", "recordDecision", (tx, input: NewDecision, context) => decideInto(tx, rules, input, context));

/** The same inside a room's own transaction, so that an act and its release stand or fall together. */
export async function decideInto(
  tx: Objects,
  rules: readonly Rule[],
  input: NewDecision,
  context: CommandContext,
): Promise<Decided> {
  const evaluation = await evaluate(tx, rules, input);
  if (input.seen !== undefined && input.seen !== seenDigest(evaluation)) throw dryRunOutdated();
  const waiting = waitingAmong(evaluation, new Set(input.ids));
  if (evaluation.permitted.length === 0 && waiting.length === 0) throw nothingToRelease(evaluation);
  const now = context.clock.now() * 1000;
  const decision = hex(context.random.bytes(16));
  const hasSecond = input.second !== undefined && input.second.id !== input.first.id;
  const state = stateOf(evaluation, hasSecond);
  await tx
    .insertInto("decisions")
    .values({
      decision,
      party: input.party,
      state,
      reason: input.reason,
      title: titleFor(evaluation, input.ids),
      selection: JSON.stringify(input.ids),
      pending: JSON.stringify(waiting),
      first_person: input.first.id,
      first_function: input.first.function,
      first_at: now,
      second_person: hasSecond ? (input.second?.id ?? null) : null,
      second_function: hasSecond ? (input.second?.function ?? null) : null,
      second_at: hasSecond ? now : null,
      not_before: input.notBefore ?? null,
      expires: now + VALID_MICROS,
    })
    .execute();
  await addObjects(tx, decision, evaluation.permitted, 0);
  context.changed("releases", decision);
  return { decision, state, permitted: evaluation.permitted.length };
}

/** What was chosen and waits; what it refers to is found again when it is tried again. */
export function waitingAmong({ judgements }: Evaluation, chosen: ReadonlySet<string>): string[] {
  return judgements
    .filter(({ answer, candidate }) => answer === "wait" && chosen.has(candidate.id))
    .map(({ candidate }) => candidate.id);
}

function stateOf({ permitted, needsSecondPerson }: Evaluation, hasSecond: boolean): DecisionState {
  if (permitted.length === 0) return "waits";
  return needsSecondPerson && !hasSecond ? "waits-for-second-person" : "running";
}

/** Appends what a decision releases, in reference order, after the slices that it has already. */
export async function addObjects(
  tx: Objects,
  decision: string,
  candidates: readonly Candidate[],
  position: number,
  firstSlice = 0,
): Promise<void> {
  let at = position;
  for (const [index, slice] of slicesInReferenceOrder(candidates).entries()) {
    const rows = slice.map(({ versionId, id, digest, labels }) => ({
      decision,
      position: at++,
      slice: firstSlice + index,
      version_id: versionId,
      id,
      digest,
      labels: JSON.stringify(labels),
      entry: null,
    }));
    for (let from = 0; from < rows.length; from += 500) {
      await tx
        .insertInto("decision_objects")
        .values(rows.slice(from, from + 500))
        .execute();
    }
  }
}

function titleFor({ judgements }: Evaluation, ids: readonly string[]): string {
  return judgements.find(({ candidate }) => candidate.id === ids[0])?.candidate.title ?? ids[0] ?? "";
}

function dryRunOutdated(): EntenteError {
  return new EntenteError({
    code: "dry-run-outdated",
    message: "Something in this release has changed since the dry run was shown.",
    remedy: "Look at the new dry run, and decide again.",
  });
}

function nothingToRelease({ judgements, recipient }: Evaluation & { recipient: Recipient }): EntenteError {
  const faults = judgements
    .slice(0, 50)
    .flatMap(({ candidate, reasons }) =>
      reasons.map(({ rule, code }) => ({ path: candidate.id, message: `${rule}: ${code}` })),
    );
  return new EntenteError({
    code: "nothing-to-release",
    message: `Nothing of this may go to ${recipient.short} now.`,
    remedy: "The dry run says for each object by which rule, and what would make it possible.",
    faults,
  });
}
