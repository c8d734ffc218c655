import { classifyMarking, isHigher, PROJECT_IDS, TLP_MARKING_IDS, type TlpLevel, tlpOf } from "@entente/stix";
import { levelOf, OWN, peerOf } from "#objects";
import type { Candidate, GraphRule, ObjectRule, PersonRule, Reason, Rule, RuleId } from "./model.ts";
import { PUBLIC } from "./model.ts";

const reason = (
  rule: RuleId,
  code: string,
  values: Reason["values"] = {},
  answer: Reason["answer"] = "deny",
): Reason => ({ rule, code, values, answer });

/** Both generations of TLP, the project's identity and its extension definitions (R8). */
export const WELL_KNOWN: ReadonlySet<string> = new Set([...TLP_MARKING_IDS, ...PROJECT_IDS]);

/** Marking definitions need no ground and no decision of their own (R8). */
const isDefinition = ({ type }: Candidate) => type === "marking-definition";

/** R2: only what this node understands whole; nothing is ever stripped. */
const knownShape: ObjectRule = {
  id: "R2",
  judge: ({ unknown }) =>
    unknown.length === 0 ? [] : [reason("R2", "unknown-shape", { path: unknown[0] ?? "$", count: unknown.length })],
};

/** R3: granular markings are not understood yet, so they deny. Entries with only `lang` carry no marking. */
const labelsThatCount: ObjectRule = {
  id: "R3",
  judge: ({ granularMarkings }) =>
    granularMarkings.some(({ marking_ref }) => marking_ref !== undefined)
      ? [reason("R3", "not-built-yet", { what: "granular-markings" })]
      : [],
};

/** R4: every marking must be understood, and their highest TLP level be within the ceiling agreed with the party. */
const combinedLabel: ObjectRule = {
  id: "R4",
  judge: (candidate, { recipient, definition }) => {
    const reasons: Reason[] = [];
    for (const marking of candidate.labels) {
      if (tlpOf(marking)) continue;
      const found = definition(candidate.origin, marking);
      if (!found) {
        reasons.push(reason("R4", "marking-unresolved", { marking }));
        continue;
      }
      const meaning = classifyMarking(found);
      if (meaning.kind === "releasability")
        reasons.push(reason("R4", "not-built-yet", { what: recipientDemand(meaning) }));
      if (meaning.kind === "unmapped") reasons.push(reason("R4", "marking-unmapped", { scheme: meaning.reason }));
    }
    const level = levelOf(candidate.labels);
    if (level === "red") reasons.push(reason("R4", "red-never-crosses"));
    else if (level && isHigher(level, recipient.ceiling)) {
      reasons.push(reason("R4", "above-ceiling", { level, ceiling: recipient.ceiling }));
    }
    return reasons;
  },
};

/**
 * R8: a definition needs no ground, but may be shown only if the party knows every name in it. Lists of names are not
 * understood yet, so that one with a list stays; and what a definition of another scheme names, nobody here can tell.
 */
const definitionShown: ObjectRule = {
  id: "R8",
  judge: (candidate) => {
    if (!isDefinition(candidate)) return [];
    const meaning = classifyMarking(candidate.object);
    if (meaning.kind === "releasability") return [reason("R8", "not-built-yet", { what: recipientDemand(meaning) })];
    return meaning.kind === "unmapped" ? [reason("R8", "marking-unmapped", { scheme: meaning.reason })] : [];
  },
};

function recipientDemand({ originatorConsent, expires }: { originatorConsent: boolean; expires?: string }): string {
  if (originatorConsent) return "originator-consent";
  return expires === undefined ? "recipient-list" : "expiry";
}

/** R5: without a label there is no ground. With one, an explicit decision that names the party is the ground. */
const ground: ObjectRule = {
  id: "R5",
  judge: (candidate) =>
    isDefinition(candidate) || levelOf(candidate.labels) !== null ? [] : [reason("R5", "no-label")],
};

const ABOVE_GREEN: ReadonlySet<TlpLevel | null> = new Set<TlpLevel | null>(["amber", "amber+strict", "red"]);

/** R6: above GREEN a second person decides too; for the public always. */
const secondPerson: PersonRule = {
  id: "R6",
  needsSecondPerson: (candidates, { recipient }) =>
    recipient.party === PUBLIC || candidates.some(({ labels }) => ABOVE_GREEN.has(levelOf(labels))),
};

/** R7: never back to where it came from; what others gave us only where they let anyone have it. */
const originPermits: ObjectRule = {
  id: "R7",
  judge: (candidate, { recipient }) => {
    const { origin, labels } = candidate;
    if (origin === OWN) return [];
    if (peerOf(origin) === recipient.party) return [reason("R7", "from-recipient")];
    if (isDefinition(candidate)) return [];
    return levelOf(labels) === "clear" ? [] : [reason("R7", "origin-not-clear", { origin })];
  },
};

/** R8, first part: an id in running text withholds the object until a person clears it. */
const noIdsInText: ObjectRule = {
  id: "R8",
  judge: ({ idsInText }) =>
    idsInText.length === 0 ? [] : [reason("R8", "id-in-text", { path: idsInText[0]?.path ?? "$" })],
};

/** R8, language-content: needs the very version that it translates in the view; it is not understood yet. */
const noLanguageContent: ObjectRule = {
  id: "R8",
  judge: ({ type }) =>
    type === "language-content" ? [reason("R8", "not-built-yet", { what: "language-content" })] : [],
};

/** R8: whatever it refers to is known to the party, or goes with it. */
const referencesKnown: GraphRule = {
  id: "R8",
  judgeReference: (_candidate, { path, id }, remaining, { knows, holds }) => {
    if (knows(id) || remaining.has(id)) return undefined;
    return holds(id)
      ? reason("R8", "reference-withheld", { path, id })
      : reason("R8", "reference-missing", { path, id }, "wait");
  },
};

/** R10: what a party has already is not sent again. */
const notThereYet: ObjectRule = {
  id: "R10",
  judge: ({ id, digest }, { shows }) => (shows(id, digest) ? [reason("R10", "already-there")] : []),
};

const NEVER_PUBLIC: ReadonlySet<string> = new Set(["entente-act", "entente-paragraph", "entente-joint-text"]);
const PUBLIC_WHEN_AGREED: ReadonlySet<string> = new Set(["entente-outcome", "entente-carry-up", "entente-disposition"]);

/** R12: the public sees no acts, no paragraphs, and no outcome that was not agreed. */
const publicTypes: ObjectRule = {
  id: "R12",
  judge: ({ type, id, digest }, { recipient, isAgreed }) => {
    if (recipient.party !== PUBLIC) return [];
    if (NEVER_PUBLIC.has(type)) return [reason("R12", "never-public", { type })];
    return PUBLIC_WHEN_AGREED.has(type) && !isAgreed(id, digest) ? [reason("R12", "not-agreed")] : [];
  },
};

/**
 * The release rule (release.md). A list, so that a test can leave one out in its own call and see the leak; the shipped
 * program has no way to.
 */
export const RELEASE_RULES: readonly Rule[] = [
  knownShape,
  labelsThatCount,
  combinedLabel,
  ground,
  secondPerson,
  originPermits,
  noIdsInText,
  noLanguageContent,
  definitionShown,
  referencesKnown,
  notThereYet,
  publicTypes,
];
