import { type Objects, ownParty } from "#objects";
import type { Why } from "./impossible.ts";
import type { CarryUp, Held, Outcome, Session } from "./model.ts";
import { carryUpOf, dispositionOf, hostOf, standsOn } from "./outcomes.ts";
import { counterpartOf, shortOf } from "./parties.ts";
import { held, heldNaming } from "./store.ts";

// Why an act cannot be done now by anyone here; null when it can. The page shows it, and every command asks it again
// inside its transaction.

export async function whyNotRecord(db: Objects, session: Held<Session>): Promise<Why | null> {
  const notHost = await whyNotHost(db, session, "only-the-host-records");
  if (notHost) return notHost;
  if (session.object.agenda.length === 0) return { id: "no-agenda-item" };
  return (await counterpartOf(db, session)) ? null : { id: "no-single-peer" };
}

export async function whyNotAccept(db: Objects, session: Held<Session>, outcome: Held<Outcome>): Promise<Why | null> {
  const [ours, theirs] = await standsOn(db, session, outcome);
  if (!theirs) return { id: "no-single-peer" };
  return ours?.accepts ? { id: "already-accepted" } : null;
}

export async function whyNotCarryUp(db: Objects, session: Held<Session>, outcome: Held<Outcome>): Promise<Why | null> {
  if (await carryUpOf(db, outcome)) return { id: "already-carried-up" };
  const notHost = await whyNotHost(db, session, "only-the-host-records");
  if (notHost) return notHost;
  const body = await held(db, "entente-body", session.object.body_ref);
  const parent = await held(db, "entente-body", body?.object.parent_ref);
  if (!parent) return { id: "no-parent-body" };
  const sessions = await heldNaming(db, "entente-session", "body_ref", parent.object.id);
  if (sessions.length === 0) return { id: "no-parent-session" };
  return whyNotAgreed(db, session, outcome);
}

export async function whyNotAnswer(db: Objects, carryUp: Held<CarryUp>): Promise<Why | null> {
  if (await dispositionOf(db, carryUp)) return { id: "already-answered" };
  const session = await held(db, "entente-session", carryUp.object.to_session_ref);
  if (!session) return { id: "no-parent-session" };
  const notHost = await whyNotHost(db, session, "only-the-host-of-the-parent-answers");
  if (notHost) return notHost;
  if (!(await counterpartOf(db, session))) return { id: "no-single-peer" };
  for (const id of carryUp.object.outcome_refs) {
    const outcome = await held(db, "entente-outcome", id);
    const from = await held(db, "entente-session", outcome?.object.session_ref);
    if (!outcome || !from) return { id: "not-agreed-yet" };
    const open = await whyNotAgreed(db, from, outcome);
    if (open) return open;
  }
  return null;
}

/** Nothing is carried up that not both have accepted; `party` is whose acceptance is awaited. */
async function whyNotAgreed(db: Objects, session: Held<Session>, outcome: Held<Outcome>): Promise<Why | null> {
  const stands = await standsOn(db, session, outcome);
  const open = stands.find(({ accepts }) => !accepts);
  if (open) return { id: "not-agreed-yet", party: await shortOf(db, open.party) };
  return stands.length === 2 ? null : { id: "no-single-peer" };
}

async function whyNotHost(
  db: Objects,
  session: Held<Session>,
  id: "only-the-host-records" | "only-the-host-of-the-parent-answers",
): Promise<Why | null> {
  const own = (await ownParty(db)).id;
  const host = hostOf(session, own);
  if (host === own) return null;
  return host === null ? { id } : { id, party: await shortOf(db, host) };
}
