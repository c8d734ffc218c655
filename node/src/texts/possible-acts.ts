import type { Person, Possible } from "../http/api.ts";
import { tablingFault } from "./accord-content.ts";
import { impossible, type WhyNot } from "./impossible.ts";
import type { JointText } from "./model.ts";

export type TextActName = "edit" | "table" | "accept" | "sign" | "publish";

/** Why a person cannot do this now; null when they can. Pure: the page shows it, and every command asks it again. */
export function whyNot(text: JointText, act: TextActName, person: Pick<Person, "role">): WhyNot | null {
  return reasons[act](text, person);
}

/** @throws EntenteError "act-impossible" and its kin, with what would make it possible */
export function requirePossible(text: JointText, act: TextActName, person: Pick<Person, "role">): void {
  const why = whyNot(text, act, person);
  if (why) throw impossible(why);
}

export function possible(why: WhyNot | null): Possible {
  return why ? { can: false, why } : { can: true };
}

type Reason = (text: JointText, person: Pick<Person, "role">) => WhyNot | null;

const reasons: Record<TextActName, Reason> = {
  edit: (text, person) => {
    if (isDraft(text)) return text.frame.writer === text.own ? null : "not-tabled-yet";
    // A signature binds this node to the text; what the ally has signed is not pulled from under its hand either.
    if (isSigned(text)) return "text-is-signed";
    return leavingNode(text, person);
  },
  table: (text, person) => {
    if (!isDraft(text)) return "tabled-already";
    if (text.frame.writer !== text.own) return "draft-of-other-side";
    if (text.missing) return "paragraph-missing";
    return tablingFault(text.frame, text.paragraphs) ?? leavingNode(text, person);
  },
  accept: (text, person) => {
    if (isDraft(text)) return "not-tabled-yet";
    if (isSigned(text)) return "text-is-signed";
    if (openParagraphs(text).length === 0) return text.content.ok ? "agreed-already" : "waits-for-other-side";
    if (text.missing) return "paragraph-missing";
    return tablingFault(text.frame, text.paragraphs) ?? leavingNode(text, person);
  },
  sign: (text, person) => {
    if (isDraft(text)) return "not-tabled-yet";
    if (text.ours.sign || text.accord) return "signed-by-us-already";
    if (!text.content.ok) return text.content.why;
    if (text.theirs?.wrong) return "signature-of-other-side-wrong";
    return leavingNode(text, person);
  },
  publish: (text, person) => {
    if (text.accord?.publishedAt) return "public-already";
    if (text.accord || text.instant) return "publication-agreed-already";
    if (!text.ours.sign || !text.theirs?.sign) return "needs-both-signatures";
    if (text.theirs.wrong) return "signature-of-other-side-wrong";
    return publishedByUs(text) ?? leavingNode(text, person);
  },
};

/** The paragraphs whose shown revision is not the one that this side accepts. */
export function openParagraphs({ own, paragraphs }: JointText) {
  return paragraphs.filter(
    ({ shown, positions }) =>
      !positions.some(({ party, accepts, digest }) => party === own && accepts && digest === shown.digest),
  );
}

function isDraft({ state }: JointText): boolean {
  return state === "draft";
}

function isSigned({ accord, ours, theirs }: JointText): boolean {
  return accord !== null || ours.sign !== null || (theirs?.sign ?? null) !== null;
}

/**
 * Of two instants that crossed, the later one stands: only the side of the earlier one may sign again. Otherwise each
 * could take up the other's at once, and the two nodes would publish at different times.
 */
function publishedByUs({ ours, theirs }: JointText): WhyNot | null {
  if (!ours.publish) return null;
  if (!theirs?.publish) return "waits-for-publication-of-other-side";
  return Date.parse(ours.publish.instant) < Date.parse(theirs.publish.instant)
    ? null
    : "waits-for-publication-of-other-side";
}

/** What every act needs that makes something leave this node. */
function leavingNode({ other }: JointText, { role }: Pick<Person, "role">): WhyNot | null {
  if (other === null) return "no-single-peer";
  return role === "releasing-officer" ? null : "needs-releasing-officer";
}
