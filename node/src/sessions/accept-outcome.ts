import { command } from "#database";
import { EntenteError } from "#kernel/errors";
import { writeOwnObject } from "#objects";
import type { Person, Rule } from "#release";
import { refuseIf } from "./impossible.ts";
import { releaseAct } from "./release-act.ts";
import { heldOrRefused } from "./store.ts";
import { whyNotAccept } from "./why-not.ts";

export type Acceptance = { readonly outcomeId: string; readonly digest: string; readonly person: Person };

/** This side accepts an outcome, in the words whose digest the person saw and in no others. */
export const acceptOutcome = (rules: readonly Rule[]) =>
  command("objects", "acceptOutcome", async (tx, { outcomeId, digest, person }: Acceptance, context): Promise<void> => {
    const outcome = await heldOrRefused(tx, "entente-outcome", outcomeId);
    const session = await heldOrRefused(tx, "entente-session", outcome.object.session_ref);
    if (outcome.version.digest !== digest) throw editedMeanwhile();
    refuseIf(await whyNotAccept(tx, session, outcome));
    const act = { act: "accept", subject_ref: outcomeId, subject_digest: digest };
    const written = await writeOwnObject(
      tx,
      { type: "entente-act", label: "green", author: person.id, properties: act },
      context,
    );
    const reason = "An outcome of the session, accepted";
    await releaseAct(tx, rules, { session, written, reason, person }, context);
    context.changed("sessions", outcomeId);
  });

function editedMeanwhile(): EntenteError {
  return new EntenteError({
    code: "edited-meanwhile",
    message: "The host has changed the words since you looked at them.",
    remedy: "Read the words as they are now, and accept those.",
  });
}
