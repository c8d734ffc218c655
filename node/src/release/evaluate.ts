import { hash } from "node:crypto";
import { tlpOf } from "@entente/stix";
import { EntenteError } from "#kernel/errors";
import { type Objects, ownParty } from "#objects";
import { candidatesFor } from "./candidates.ts";
import { decideRelease } from "./decide-release.ts";
import type { Candidate, Evaluation, Judgement, Reason, Recipient, Rule } from "./model.ts";
import { surroundingsOf } from "./surroundings.ts";

/** The dry run: what of a selection would go to a party now, what waits, what stays, and why. Writes nothing. */
export async function evaluate(
  db: Objects,
  rules: readonly Rule[],
  { party, ids }: { readonly party: string; readonly ids: readonly string[] },
): Promise<Evaluation & { readonly recipient: Recipient }> {
  const recipient = await recipientOf(db, party);
  const own = await ownParty(db);
  const candidates = await candidatesFor(db, recipient, own.id, ids);
  return { ...withoutCompanions(await judge(db, rules, recipient, candidates), new Set(ids)), recipient };
}

/**
 * What nobody chose goes only with something that refers to it: a report that stays keeps its author's identity here.
 * A marking definition needs no ground (R8), so it never goes by itself, chosen or not: it would tell of what bears it.
 */
function withoutCompanions(evaluation: Evaluation, chosen: ReadonlySet<string>): Evaluation {
  const permitted = new Map(evaluation.permitted.map((candidate) => [candidate.id, candidate]));
  const goes = new Set<string>();
  const queue = evaluation.permitted
    .filter(({ id, type }) => chosen.has(id) && type !== "marking-definition")
    .map(({ id }) => id);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (goes.has(id)) continue;
    goes.add(id);
    for (const reference of permitted.get(id)?.references ?? [])
      if (permitted.has(reference.id)) queue.push(reference.id);
  }
  const stays = (id: string): Reason => {
    const answer = chosen.has(id) ? "deny" : "wait";
    return { rule: "R8", code: "goes-only-with-others", values: {}, answer };
  };
  return {
    ...evaluation,
    permitted: evaluation.permitted.filter(({ id }) => goes.has(id)),
    judgements: evaluation.judgements.map((judgement) =>
      judgement.answer !== "permit" || goes.has(judgement.candidate.id)
        ? judgement
        : staying(judgement, stays(judgement.candidate.id)),
    ),
  };
}

function staying({ candidate }: Judgement, reason: Reason): Judgement {
  return { candidate, answer: reason.answer, reasons: [reason] };
}

/** The same for candidates that are there already. */
export async function judge(
  db: Objects,
  rules: readonly Rule[],
  recipient: Recipient,
  candidates: readonly Candidate[],
): Promise<Evaluation> {
  const surroundings = await surroundingsOf(db, recipient, {
    ids: candidates.flatMap(({ id, references }) => [id, ...references.map((reference) => reference.id)]),
    markings: candidates.flatMap(({ origin, labels }) =>
      labels.filter((id) => !tlpOf(id)).map((id) => ({ origin, id })),
    ),
    agreed: candidates.filter(({ type }) => type.startsWith("entente-")).map(({ id, digest }) => ({ id, digest })),
  });
  return decideRelease(rules, candidates, surroundings);
}

export async function recipientOf(db: Objects, party: string): Promise<Recipient> {
  const row = await db.selectFrom("parties").selectAll().where("party", "=", party).executeTakeFirst();
  if (!row) {
    throw new EntenteError({
      code: "peer-unknown",
      message: "No peer of this id is paired with this node.",
      remedy: "Pair the two nodes first, or choose a party that is listed on the exchange page.",
    });
  }
  return row as Recipient;
}

/** Binds a decision to what its first person saw: each object's content and answer (R6). */
export function seenDigest({ judgements, recipient }: Evaluation & { readonly recipient: Recipient }): string {
  const lines = judgements.map(({ candidate, answer }) => `${candidate.id} ${candidate.digest} ${answer}`).sort();
  return hash("sha256", [recipient.party, ...lines].join("\n"), "hex");
}
