import { EntenteError, type ErrorCode, type ErrorKind } from "#kernel/errors";
import type { ContentFault } from "./model.ts";

/** Every reason for which an act on a joint text is impossible; the console says each in its languages. */
export type WhyNot =
  | ContentFault
  | "not-tabled-yet"
  | "tabled-already"
  | "draft-of-other-side"
  | "paragraph-missing"
  | "agreed-already"
  | "waits-for-other-side"
  | "text-is-signed"
  | "signed-by-us-already"
  | "signature-of-other-side-wrong"
  | "needs-both-signatures"
  | "same-person-as-sign"
  | "waits-for-publication-of-other-side"
  | "publication-agreed-already"
  | "public-already"
  | "session-not-for-the-public"
  | "no-single-peer"
  | "needs-releasing-officer";

type Refusal = {
  readonly message: string;
  readonly remedy: string;
  readonly code?: ErrorCode;
  readonly kind?: ErrorKind;
};

const REFUSALS: Record<WhyNot, Refusal> = {
  "no-paragraphs": {
    message: "The text has no paragraphs.",
    remedy: "Write at least one, in every language of the text.",
  },
  "not-every-paragraph-agreed": {
    message: "Not every paragraph is agreed, and nothing is agreed until everything is.",
    remedy: "Both sides accept the same revision of each paragraph first.",
  },
  "language-missing": {
    message: "A paragraph is not there in exactly the languages of the text.",
    remedy: "Complete it: every paragraph needs every language, and no other.",
    code: "text-not-canonical",
  },
  "text-not-canonical": {
    message: "A paragraph is not canonical, so it could not be checked later.",
    remedy: "Save the paragraph again without the characters that are named beside it.",
    code: "text-not-canonical",
  },
  "alternat-not-built-yet": {
    message: "Signing under the alternat is not built yet.",
    remedy: "Choose another precedence for this text.",
  },
  "not-tabled-yet": { message: "The text is a draft.", remedy: "It has to be tabled by its writer first." },
  "tabled-already": { message: "The text has been tabled already.", remedy: "Propose a change to a paragraph." },
  "draft-of-other-side": { message: "The draft is the other side's.", remedy: "The other side tables it." },
  "paragraph-missing": {
    message: "A paragraph of the text has not arrived here.",
    remedy: "Wait for the next contact with the other node, or write the paragraph.",
  },
  "agreed-already": { message: "Every paragraph is agreed.", remedy: "The text can be signed." },
  "waits-for-other-side": {
    message: "This side has accepted everything.",
    remedy: "The other side accepts, or proposes a change.",
  },
  "text-is-signed": {
    message: "The text has been signed as it is.",
    remedy: "Let both sides sign it, or make a new text.",
  },
  "signed-by-us-already": { message: "This side has signed.", remedy: "The other side signs, or both publish." },
  "signature-of-other-side-wrong": {
    message: "A signature of the other side does not fit this text and its key.",
    remedy: "Do not rely on it; ask the other side, and compare its key.",
    code: "proof-failed",
    kind: "unproven",
  },
  "needs-both-signatures": {
    message: "Only what both sides have signed can be published.",
    remedy: "Let both sides sign first.",
  },
  "same-person-as-sign": {
    message: "Whoever gave the signature here cannot give the publication too.",
    remedy: "Ask another releasing officer of your node.",
    code: "second-person-refused",
  },
  "waits-for-publication-of-other-side": {
    message: "This side has signed an instant.",
    remedy: "The other side signs the same instant.",
  },
  "publication-agreed-already": {
    message: "Both sides have agreed on the instant.",
    remedy: "Nothing more is needed: both nodes publish by themselves.",
  },
  "public-already": { message: "The text is public.", remedy: "A change would be a correction that both sides sign." },
  "session-not-for-the-public": {
    message: "The text refers to its session and its parties, and the public may not see all of these.",
    remedy: "Their writers mark the session, and all that it refers to, TLP:CLEAR.",
  },
  "no-single-peer": {
    message: "It is not clear with whom this text would be agreed.",
    remedy: "Pair this node with the other party of the session.",
  },
  "needs-releasing-officer": {
    message: "Only a releasing officer can do this.",
    remedy: "Ask one of the releasing officers of your node.",
    code: "not-allowed",
  },
};

/** The refusal as every room throws it; the console finds the reason's id in `errors`, and says it in its languages. */
export function impossible(why: WhyNot): EntenteError {
  const faults = [{ path: "$", message: why }];
  return new EntenteError({ code: "act-impossible", ...REFUSALS[why], faults });
}

/** Something was saved since the page was loaded: nothing is stored, and the person's text stays in the form. */
export function editedMeanwhile(): EntenteError {
  return new EntenteError({
    code: "edited-meanwhile",
    message: "The text has changed since you loaded it.",
    remedy: "Look at what it says now, and decide again.",
  });
}

export function noSuchText(): EntenteError {
  return new EntenteError({
    code: "object-unknown",
    message: "There is no joint text of this id here.",
    remedy: "Choose one from the list of texts.",
  });
}
