import { EntenteError } from "#kernel/errors";
import type { Person, Possible } from "../http/api.ts";

/** Every reason for which an act at a session is impossible; the console says each in its languages. */
export type WhyNot =
  | "only-the-host-records"
  | "no-agenda-item"
  | "no-single-peer"
  | "already-accepted"
  | "already-carried-up"
  | "not-agreed-yet"
  | "no-parent-body"
  | "no-parent-session"
  | "only-the-host-of-the-parent-answers"
  | "already-answered"
  | "needs-releasing-officer";

/** `party`: the short name of whoever could make it possible. */
export type Why = { readonly id: WhyNot; readonly party?: string };

const REFUSALS: Record<WhyNot, readonly [message: string, remedy: string]> = {
  "only-the-host-records": [
    "Only the host of the session records its outcomes and carries them up.",
    "Propose the words to the host.",
  ],
  "no-agenda-item": ["The session has no agenda item yet.", "Put an item on the agenda first."],
  "no-single-peer": [
    "It is not clear with whom this would be agreed.",
    "Pair this node with the other party of the session.",
  ],
  "already-accepted": ["Your side has accepted these words already.", "The other side accepts the same words."],
  "already-carried-up": ["This outcome has been carried up already.", "Look at the session that it was carried to."],
  "not-agreed-yet": ["Not both sides have accepted these words yet.", "Both accept the same words first."],
  "no-parent-body": ["The body that met here has no parent.", "Its host names the parent in the body."],
  "no-parent-session": ["No session of the parent body is on record here.", "Its host adds one first."],
  "only-the-host-of-the-parent-answers": [
    "Only the host of the parent's session records its answer.",
    "Wait for the host's answer; it appears here by itself.",
  ],
  "already-answered": ["An answer to this is on record already.", "Look at the session that answered it."],
  "needs-releasing-officer": [
    "Only a releasing officer can do this.",
    "Ask one of the releasing officers of your node.",
  ],
};

/** The act for this person: what a rule says, and then that it makes something leave this node. */
export function possibleFor({ role }: Pick<Person, "role">, why: Why | null): Possible {
  if (why) return { can: false, why: spelled(why) };
  return role === "releasing-officer" ? { can: true } : { can: false, why: "needs-releasing-officer" };
}

/** @throws EntenteError "act-impossible" with what would make it possible; the console finds the reason in `errors` */
export function refuseIf(why: Why | null): void {
  if (!why) return;
  const [message, remedy] = REFUSALS[why.id];
  const faults = [{ path: "$", message: spelled(why) }];
  throw new EntenteError({ code: "act-impossible", message, remedy, faults });
}

/** A message id; its values follow as JSON behind a space. */
function spelled({ id, party }: Why): string {
  return party === undefined ? id : `${id} ${JSON.stringify({ party })}`;
}
