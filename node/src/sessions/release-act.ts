import type { CommandContext } from "#database";
import { EntenteError } from "#kernel/errors";
import type { Objects, ReadObject } from "#objects";
import { decideInto, type Person, type Rule } from "#release";
import type { Held, Session } from "./model.ts";
import { counterpartOf } from "./parties.ts";

type Act = {
  readonly session: Held<Session>;
  readonly written: ReadObject;
  readonly reason: string;
  readonly person: Person;
};

/**
 * What was just written goes to the other party of the session, decided in the same transaction by the person who acts:
 * an act that its ally never sees would be none.
 */
export async function releaseAct(
  tx: Objects,
  rules: readonly Rule[],
  { session, written, reason, person }: Act,
  context: CommandContext,
): Promise<void> {
  const party = await counterpartOf(tx, session);
  if (!party) throw new EntenteError({ code: "peer-unknown", message: "This session has no other party here yet." });
  await decideInto(tx, rules, { party, ids: [written.id], reason, first: person }, context);
  context.changed("sessions", session.object.id, written.id);
  context.changed("threads", written.id);
}
