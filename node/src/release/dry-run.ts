import { isHigher } from "@entente/stix";
import { levelOf, OWN } from "#objects";
import type { DryRun, DryRunGroup, PartyName, TlpLevel } from "../http/api.ts";
import { seenDigest } from "./evaluate.ts";
import type { Candidate, Evaluation, Judgement, Reason, Recipient } from "./model.ts";

type Judged = Evaluation & { readonly recipient: Recipient };
type Shown = Pick<Reason, "rule" | "code" | "values">;

const ANSWERS = ["permit", "wait", "deny"] as const;
const EXAMPLES = 20;
/** What tells one object's reason from another's of the same kind. */
const INDIVIDUAL: ReadonlySet<string> = new Set(["path", "id"]);

/** A dry run as both persons see it: counts by type, label and rule, every reason, and up to 20 objects of each (R6). */
export function dryRunOf(evaluation: Judged, { party, tookMs }: { party: PartyName | null; tookMs: number }): DryRun {
  const { judgements, permitted, recipient, needsSecondPerson } = evaluation;
  const count = (answer: Judgement["answer"]) => judgements.filter((judgement) => judgement.answer === answer).length;
  return {
    party,
    ceiling: recipient.ceiling,
    tookMs,
    secondPersonNeeded: needsSecondPerson,
    highest: highestOf(permitted),
    counts: { candidates: judgements.length, go: count("permit"), wait: count("wait"), stay: count("deny") },
    groups: ANSWERS.map((answer) => ({ answer, rows: rowsOf(judgements.filter((one) => one.answer === answer)) })),
    digest: seenDigest(evaluation),
  };
}

function highestOf(candidates: readonly Candidate[]): TlpLevel | null {
  return candidates.reduce<TlpLevel | null>((highest, { labels }) => {
    const level = levelOf(labels);
    return level && (!highest || isHigher(level, highest)) ? level : highest;
  }, null);
}

/** Merges what is alike, few before many. An object that stays for two reasons stands in two rows: every reason is shown. */
function rowsOf(judgements: readonly Judgement[]): DryRunGroup[] {
  const rows = new Map<string, { reason: Shown; candidates: Candidate[] }>();
  // A sample that nobody chose and that is the same for both persons: the order of digests is as good as random.
  for (const { candidate, answer, reasons } of [...judgements].sort(byDigest)) {
    for (const reason of oneOfEachKind(answer === "permit" ? [groundOf(candidate)] : reasons)) {
      const key = keyOf(candidate, reason);
      const row = rows.get(key) ?? { reason, candidates: [] };
      row.candidates.push(candidate);
      rows.set(key, row);
    }
  }
  return [...rows]
    .sort(([a, one], [b, other]) => one.candidates.length - other.candidates.length || (a < b ? -1 : 1))
    .map(([, { reason, candidates }]) => rowOf(reason, candidates));
}

function byDigest(a: Judgement, b: Judgement): number {
  return a.candidate.digest < b.candidate.digest ? -1 : 1;
}

function oneOfEachKind(reasons: readonly Shown[]): Shown[] {
  return [...new Map(reasons.map((reason) => [kindOf(reason), reason] as const).reverse()).values()].reverse();
}

function kindOf({ rule, code, values }: Shown): string {
  return JSON.stringify([rule, code, Object.entries(values).filter(([name]) => !INDIVIDUAL.has(name))]);
}

function keyOf({ type, labels }: Candidate, reason: Shown): string {
  return `${type} ${levelOf(labels)} ${kindOf(reason)}`;
}

/** Why something goes: the rule that gives it its ground. */
function groundOf({ type, origin }: Candidate): Shown {
  if (type === "marking-definition") return { rule: "R8", code: "definition-shown", values: {} };
  if (origin === OWN) return { rule: "R5", code: "decision-names-party", values: {} };
  return { rule: "R7", code: "permit", values: {} };
}

function rowOf({ rule, code, values }: Shown, candidates: readonly Candidate[]): DryRunGroup {
  const [first] = candidates;
  return {
    type: first?.type ?? "",
    title: first?.title ?? "",
    count: candidates.length,
    label: levelOf(first?.labels ?? []),
    rule,
    code,
    values: { ...values },
    examples: candidates.slice(0, EXAMPLES).map(({ id, title, digest }) => ({ id, title, digest })),
  };
}
