import type { CommandContext } from "#database";
import { EntenteError } from "#kernel/errors";
import type { Objects } from "#objects";
import { type Decided, decideInto, evaluate, type NewDecision, type Rule } from "#release";

/**
 * Releases an act with all that it speaks of, in the act's own transaction: all of it or nothing. A text of which only
 * a part had gone would be tabled here and unreadable there.
 * @throws EntenteError "nothing-to-release" with each object that may not go, and the rule
 */
export async function releaseWhole(
  tx: Objects,
  rules: readonly Rule[],
  decision: NewDecision,
  context: CommandContext,
): Promise<Decided> {
  const { judgements } = await evaluate(tx, rules, decision);
  const kept = judgements.filter(({ candidate, answer }) => decision.ids.includes(candidate.id) && answer !== "permit");
  if (kept.length > 0) {
    throw new EntenteError({
      code: "nothing-to-release",
      message: "Not everything that belongs to this act may go to the other side.",
      remedy: "Release what is named first, or correct its label.",
      faults: kept.flatMap(({ candidate, reasons }) =>
        reasons.map(({ rule, code }) => ({ path: candidate.id, message: `${rule}: ${code}` })),
      ),
    });
  }
  return decideInto(tx, rules, decision, context);
}
