import { type Objects, ownParty } from "#objects";
import { type PartyPosition, positionsOn } from "#release";
import type { CarryUp, Disposition, Held, Outcome, Session } from "./model.ts";
import { counterpartOf, writerOf } from "./parties.ts";
import { held, heldNaming } from "./store.ts";

/**
 * The outcomes of a session, in the order in which they were recorded. Only its host records them: what anybody else
 * hands in as an outcome of it counts for nothing.
 */
export async function outcomesOf(db: Objects, session: Held<Session>): Promise<Held<Outcome>[]> {
  const outcomes = await heldNaming(db, "entente-outcome", "session_ref", session.object.id);
  return outcomes.filter(({ version }) => version.origin === session.version.origin);
}

/** `8.2/1`: session, item, and the how many-th outcome of the item. Computed, so that both nodes number alike. */
export function outcomeNumber({ object: session }: Held<Session>, all: readonly Held<Outcome>[], id: string) {
  const outcome = all.find(({ object }) => object.id === id)?.object;
  if (!outcome || outcome.number) return outcome?.number ?? null;
  const item = session.agenda.find(({ item_ref }) => item_ref === outcome.item_ref);
  if (!item) return null;
  const running = all.filter(({ object }) => object.item_ref === outcome.item_ref).findIndex(isThis(id)) + 1;
  return `${session.number === undefined ? "" : `${session.number}.`}${item.number}/${running}`;
}

const isThis =
  (id: string) =>
  ({ object }: Held<{ readonly id: string }>) =>
    object.id === id;

/** How an outcome was carried up; the host of its session does that. The first one stands. */
export async function carryUpOf(db: Objects, outcome: Held<Outcome>): Promise<Held<CarryUp> | undefined> {
  const carryUps = await heldNaming(db, "entente-carry-up", "outcome_refs", outcome.object.id);
  return carryUps.find(({ version }) => version.origin === outcome.version.origin);
}

/** The parent's answer: by the host of a session of the body, and of the very session where one was named. */
export async function dispositionOf(db: Objects, { object }: Held<CarryUp>): Promise<Held<Disposition> | undefined> {
  for (const disposition of await heldNaming(db, "entente-disposition", "carry_up_ref", object.id)) {
    const session = await held(db, "entente-session", disposition.object.session_ref);
    const isOfParent = session?.object.body_ref === object.to_body_ref;
    const isOfNamedSession = (object.to_session_ref ?? session?.object.id) === session?.object.id;
    if (isOfParent && isOfNamedSession && session?.version.origin === disposition.version.origin) return disposition;
  }
  return undefined;
}

/** Where both parties of a session stand on an object, by the digest of its newest version. */
export type Stand = { readonly party: string; readonly accepts: boolean; readonly last: PartyPosition | undefined };

/** Ours first. Without a counterpart, ours alone. */
export async function standsOn(
  db: Objects,
  session: Held<Session>,
  { version }: Held<unknown>,
): Promise<readonly Stand[]> {
  const own = (await ownParty(db)).id;
  const other = await counterpartOf(db, session);
  const positions = await positionsOn(db, version.id);
  return [own, ...(other ? [other] : [])].map((party) => {
    const last = positions.get(party);
    return { party, accepts: last !== undefined && accepts(last, version.digest), last };
  });
}

/** Writing an outcome is its writer's acceptance; an acceptance binds to the digest of one revision (objects.md). */
function accepts({ act, digest }: PartyPosition, head: string): boolean {
  return digest === head && (act === "write" || act === "accept");
}

export function hostOf(session: Held<Session>, own: string): string | null {
  return writerOf(session.version, own);
}
