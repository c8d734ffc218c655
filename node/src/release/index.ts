import type { AnyCommand } from "#database";
import { approveDecision } from "./approve-decision.ts";
import { editObject } from "./edit-object.ts";
import type { Rule } from "./model.ts";
import { addPublic } from "./parties.ts";
import { recordDecision } from "./record-decision.ts";
import { nameReferenceSet, stateReferenceSet } from "./reference-set.ts";
import { releaseSlice } from "./release-slice.ts";
import { retryWaiting } from "./retry-waiting.ts";

export { type Approval, approveDecision, decisionRow, whySecondIsRefused } from "./approve-decision.ts";
export { decidedEvaluation } from "./decided-evaluation.ts";
export { type DecisionReader, decisionLine, decisionLines } from "./decision-lines.ts";
export { dryRunOf } from "./dry-run.ts";
export { type Edited, editObject } from "./edit-object.ts";
export { evaluate, recipientOf, seenDigest } from "./evaluate.ts";
export { appendEntry, entriesFrom, type LogHead, leafHashes, logHead, logName } from "./ledger.ts";
export {
  type Candidate,
  type Evaluation,
  type Judgement,
  PUBLIC,
  type Reason,
  type Recipient,
  type Rule,
  type RuleId,
} from "./model.ts";
export { namesOf, objectLines } from "./object-line.ts";
export { objectPage } from "./object-page.ts";
export { addParty, addPublic, parties, peerParties } from "./parties.ts";
export { actsOn, isAgreed, type PartyPosition, positionsOn } from "./positions.ts";
export { readyObjects } from "./ready.ts";
export { type Decided, decideInto, type NewDecision, type Person, recordDecision } from "./record-decision.ts";
export { nameReferenceSet, referenceSets, type StatedSet, stateReferenceSet } from "./reference-set.ts";
export { releaseSlice } from "./release-slice.ts";
export { createReleases, type Releases } from "./releases.ts";
export { retryWaiting } from "./retry-waiting.ts";
export { RELEASE_RULES } from "./rules.ts";
export { standingOf, standingsOf } from "./standing.ts";
export type { DecisionState } from "./tables.ts";
export { openRows, type ViewedVersion, viewed, viewedById } from "./view.ts";
export { viewCollection } from "./view-collection.ts";

export function releaseCommands(rules: readonly Rule[]): readonly AnyCommand[] {
  return [
    addPublic,
    recordDecision(rules),
    approveDecision,
    releaseSlice(rules),
    retryWaiting(rules),
    nameReferenceSet,
    stateReferenceSet,
    editObject,
  ];
}
