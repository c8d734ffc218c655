import { command } from "#database";
import { EntenteError } from "#kernel/errors";
import { headOf, type Objects, writeOwnObject } from "#objects";
import type { Person, Rule } from "#release";
import type { Texts } from "../http/api.ts";
import { agreeableTexts } from "./agreeable-texts.ts";
import { refuseIf } from "./impossible.ts";
import type { Held, Session } from "./model.ts";
import { releaseAct } from "./release-act.ts";
import { held, heldOrRefused } from "./store.ts";
import { whyNotRecord } from "./why-not.ts";

export type NewOutcome = {
  readonly sessionId: string;
  readonly itemId: string;
  readonly kind: string;
  readonly text: Texts;
  /** The strength of the verb, 1 to 6 (accord.md); null where it is not graded. */
  readonly verb: number | null;
  /** The thread that it belongs to; left out, that of its item. */
  readonly threadId?: string;
  readonly person: Person;
};

/** The host writes down an outcome, which is its acceptance, and it goes to the other party at once. */
export const recordOutcome = (rules: readonly Rule[]) =>
  command("objects", "recordOutcome", async (tx, input: NewOutcome, context): Promise<{ id: string }> => {
    const session = await heldOrRefused(tx, "entente-session", input.sessionId);
    refuseIf(await whyNotRecord(tx, session));
    requireOnAgenda(session, input.itemId);
    const threads = await threadsOf(tx, session, input);
    const outcome = {
      session_ref: session.object.id,
      item_ref: input.itemId,
      kind: input.kind,
      text: agreeableTexts(input.text),
      ...(input.verb === null ? {} : { verb: input.verb }),
      ...(threads.length > 0 ? { thread_refs: threads } : {}),
    };
    const written = await writeOwnObject(
      tx,
      { type: "entente-outcome", label: "green", author: input.person.id, properties: outcome },
      context,
    );
    const reason = "An outcome of the session, recorded by its host";
    await releaseAct(tx, rules, { session, written, reason, person: input.person }, context);
    return { id: written.id };
  });

function requireOnAgenda({ object }: Held<Session>, itemId: string): void {
  if (object.agenda.some(({ item_ref }) => item_ref === itemId)) return;
  const message = "This item is not on the agenda of the session.";
  const faults = [{ path: "$.itemId", message }];
  throw new EntenteError({ code: "input-invalid", message, remedy: "Choose an item of the agenda.", faults });
}

/** The thread that was named; else those of the item; else that of the session, where there is no doubt which. */
async function threadsOf(
  tx: Objects,
  session: Held<Session>,
  { threadId, itemId }: NewOutcome,
): Promise<readonly string[]> {
  if (threadId !== undefined) {
    if ((await headOf(tx, threadId))?.type === "entente-thread") return [threadId];
    const message = "There is no thread of this id here.";
    const faults = [{ path: "$.threadId", message }];
    throw new EntenteError({ code: "input-invalid", message, remedy: "Choose a thread of the session.", faults });
  }
  const item = await held(tx, "entente-agenda-item", itemId);
  const ofSession = session.object.thread_refs ?? [];
  return item?.object.thread_refs ?? (ofSession.length === 1 ? ofSession : []);
}
