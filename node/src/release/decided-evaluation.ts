import { type Objects, versionById } from "#objects";
import type { decisionRow } from "./approve-decision.ts";
import { candidateOf } from "./candidates.ts";
import { evaluate } from "./evaluate.ts";
import type { Candidate, Evaluation, Judgement, Recipient, Rule } from "./model.ts";

type Decision = Awaited<ReturnType<typeof decisionRow>>;

/**
 * What a decision's first person saw: exactly the versions that it binds to, as what goes; the rest of its selection
 * judged anew, for nothing of that is bound.
 */
export async function decidedEvaluation(
  db: Objects,
  rules: readonly Rule[],
  decision: Decision,
): Promise<Evaluation & { readonly recipient: Recipient }> {
  const { party, selection, state, second_person } = decision;
  const { recipient, judgements } = await evaluate(db, rules, { party, ids: JSON.parse(selection) as string[] });
  const permitted = await boundCandidates(db, decision.decision);
  const bound = new Set(permitted.map(({ id }) => id));
  const others = judgements.filter(({ candidate }) => !bound.has(candidate.id)).map(notBound);
  return {
    recipient,
    permitted,
    needsSecondPerson: state === "waits-for-second-person" || second_person !== null,
    judgements: [...permitted.map((candidate): Judgement => ({ candidate, answer: "permit", reasons: [] })), ...others],
  };
}

async function boundCandidates(db: Objects, decision: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom("decision_objects")
    .select(["version_id", "labels"])
    .where("decision", "=", decision)
    .orderBy("position")
    .execute();
  const candidates: Candidate[] = [];
  for (const { version_id, labels } of rows) {
    const version = await versionById(db, version_id);
    if (version) candidates.push({ ...candidateOf(version), labels: JSON.parse(labels) as string[] });
  }
  return candidates;
}

/** What may go now, but was not decided then, needs a decision of its own. */
function notBound({ candidate, answer, reasons }: Judgement): Judgement {
  if (answer !== "permit") return { candidate, answer, reasons };
  return { candidate, answer: "deny", reasons: [{ rule: "R6", code: "not-in-decision", values: {}, answer: "deny" }] };
}
