import { command } from "#database";
import { EntenteError } from "#kernel/errors";
import { type Objects, writeOwnObject } from "#objects";
import type { Person, Rule } from "#release";
import { refuseIf } from "./impossible.ts";
import type { Held, Session } from "./model.ts";
import { releaseAct } from "./release-act.ts";
import { held, heldOrRefused } from "./store.ts";
import { whyNotCarryUp } from "./why-not.ts";

export type NewCarryUp = { readonly outcomeId: string; readonly toSessionId: string; readonly person: Person };

/** The host forwards what both have agreed to a session of the parent body, where it waits for an answer. */
export const carryUpOutcome = (rules: readonly Rule[]) =>
  command("objects", "carryUpOutcome", async (tx, input: NewCarryUp, context): Promise<{ id: string }> => {
    const { outcomeId, toSessionId, person } = input;
    const outcome = await heldOrRefused(tx, "entente-outcome", outcomeId);
    const session = await heldOrRefused(tx, "entente-session", outcome.object.session_ref);
    refuseIf(await whyNotCarryUp(tx, session, outcome));
    const carryUp = {
      outcome_refs: [outcomeId],
      to_body_ref: await parentThatMeets(tx, session, toSessionId),
      to_session_ref: toSessionId,
      ...(outcome.object.thread_refs ? { thread_refs: outcome.object.thread_refs } : {}),
    };
    const written = await writeOwnObject(
      tx,
      { type: "entente-carry-up", label: "green", author: person.id, properties: carryUp },
      context,
    );
    const reason = "An agreed outcome, carried up to the parent body";
    await releaseAct(tx, rules, { session, written, reason, person }, context);
    context.changed("sessions", outcomeId, toSessionId);
    return { id: written.id };
  });

/** @returns the parent body, when it is the one that meets in the session. @throws EntenteError "input-invalid" */
async function parentThatMeets(tx: Objects, { object }: Held<Session>, toSessionId: string): Promise<string> {
  const body = await held(tx, "entente-body", object.body_ref);
  const target = await held(tx, "entente-session", toSessionId);
  if (target && target.object.body_ref === body?.object.parent_ref) return target.object.body_ref;
  const message = "An outcome is carried up to a session of the parent body, and this is none.";
  const faults = [{ path: "$.toSessionId", message }];
  throw new EntenteError({ code: "input-invalid", message, remedy: "Choose a session of the parent body.", faults });
}
