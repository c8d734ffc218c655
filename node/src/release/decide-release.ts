import type {
  Candidate,
  Evaluation,
  GraphRule,
  Judgement,
  ObjectRule,
  PersonRule,
  Reason,
  Rule,
  Surroundings,
} from "./model.ts";

/**
 * May these go to this party now? Starts with all, removes each that a rule refuses or that refers to something the
 * party will not have, until none is removed; what is left goes (R8). Linear in the number of references. Pure.
 */
export function decideRelease(
  rules: readonly Rule[],
  candidates: readonly Candidate[],
  surroundings: Surroundings,
): Evaluation {
  const objectRules = rules.filter((rule): rule is ObjectRule => "judge" in rule);
  const graphRules = rules.filter((rule): rule is GraphRule => "judgeReference" in rule);
  const personRules = rules.filter((rule): rule is PersonRule => "needsSecondPerson" in rule);

  const all: ReadonlyMap<string, Candidate> = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const remaining = new Map(all);
  const reasons = new Map<string, Reason[]>();
  const referrers = referrersAmong(candidates);
  const worklist: string[] = [];
  const remove = (id: string, why: Reason[]) => {
    reasons.set(id, why);
    remaining.delete(id);
    worklist.push(id);
  };

  for (const labelled of [...remaining.values()].map((candidate) =>
    withInheritedLabels(candidate, referrers, remaining),
  )) {
    remaining.set(labelled.id, labelled);
  }
  for (const candidate of [...remaining.values()]) {
    const why = objectRules.flatMap(({ judge }) => judge(candidate, surroundings));
    if (why.length > 0) remove(candidate.id, why);
  }
  const judgeReferences = (candidate: Candidate) => {
    const why = candidate.references
      .flatMap((reference) =>
        graphRules.flatMap(({ judgeReference }) => judgeReference(candidate, reference, remaining, surroundings) ?? []),
      )
      .map((one) => (waits(reasons.get(String(one.values.id))) ? { ...one, answer: "wait" as const } : one));
    if (why.length > 0) remove(candidate.id, why);
  };
  for (const candidate of [...remaining.values()]) judgeReferences(candidate);
  for (let gone = worklist.pop(); gone !== undefined; gone = worklist.pop()) {
    for (const referrer of referrers.get(gone) ?? []) {
      const candidate = remaining.get(referrer.id);
      if (candidate) judgeReferences(candidate);
    }
    for (const orphan of orphansOf(all.get(gone), all, referrers, remaining)) {
      remove(orphan.id, [{ rule: "R5", code: "no-label", values: {}, answer: "deny" }]);
    }
  }

  const permitted = [...remaining.values()];
  return {
    judgements: candidates.map((candidate) => judgementOf(candidate, remaining, reasons)),
    permitted,
    needsSecondPerson: personRules.some(({ needsSecondPerson }) => needsSecondPerson(permitted, surroundings)),
  };
}

/** True when something waits and is not denied: what refers to it waits too. */
function waits(reasons: readonly Reason[] | undefined): boolean {
  return reasons?.every(({ answer }) => answer === "wait") ?? false;
}

type Referrers = ReadonlyMap<string, readonly Candidate[]>;

function referrersAmong(candidates: readonly Candidate[]): Referrers {
  const referrers = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const { id } of candidate.references) {
      const list = referrers.get(id);
      if (list) list.push(candidate);
      else referrers.set(id, [candidate]);
    }
  }
  return referrers;
}

const inherits = ({ isObservable, labels }: Candidate) => isObservable && labels.length === 0;

/** R3: an observable without any label takes that of the objects that refer to it in this release. */
function withInheritedLabels(
  candidate: Candidate,
  referrers: Referrers,
  all: ReadonlyMap<string, Candidate>,
): Candidate {
  if (!inherits(candidate)) return candidate;
  const seen = new Set([candidate.id]);
  const labels = new Set<string>();
  const queue = [candidate.id];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const referrer of referrers.get(id) ?? []) {
      if (seen.has(referrer.id) || !all.has(referrer.id)) continue;
      seen.add(referrer.id);
      for (const label of referrer.labels) labels.add(label);
      if (inherits(referrer)) queue.push(referrer.id);
    }
  }
  return { ...candidate, labels: [...labels].sort() };
}

/** Observables that lived on the label of what is gone, when none of those that refer to them goes any more. */
function orphansOf(
  gone: Candidate | undefined,
  all: ReadonlyMap<string, Candidate>,
  referrers: Referrers,
  remaining: ReadonlyMap<string, Candidate>,
): Candidate[] {
  return (gone?.references ?? []).flatMap(({ id }) => {
    const candidate = all.get(id);
    if (!candidate || !inherits(candidate) || !remaining.has(id)) return [];
    return (referrers.get(id) ?? []).some((referrer) => remaining.has(referrer.id)) ? [] : [candidate];
  });
}

function judgementOf(
  candidate: Candidate,
  remaining: ReadonlyMap<string, Candidate>,
  reasons: ReadonlyMap<string, Reason[]>,
): Judgement {
  const left = remaining.get(candidate.id);
  if (left) return { candidate: left, answer: "permit", reasons: [] };
  const why = reasons.get(candidate.id) ?? [];
  return { candidate, answer: waits(why) ? "wait" : "deny", reasons: why };
}
