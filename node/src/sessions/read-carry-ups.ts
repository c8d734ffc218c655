import { type Objects, sessionName } from "#objects";
import { standingOf } from "#release";
import type { CarryUpView } from "../http/api.ts";
import { each } from "./each.ts";
import { possibleFor } from "./impossible.ts";
import type { CarryUp, Disposition, Held, Reader, Session } from "./model.ts";
import { carryUpOf, dispositionOf } from "./outcomes.ts";
import { held, heldNaming, heldOrRefused } from "./store.ts";
import { whyNotAnswer } from "./why-not.ts";

/** What was carried up to a session, in the order in which it was. */
export async function carriedUpTo(db: Objects, session: Held<Session>): Promise<Held<CarryUp>[]> {
  const carryUps = await heldNaming(db, "entente-carry-up", "to_session_ref", session.object.id);
  const standing: Held<CarryUp>[] = [];
  for (const carryUp of carryUps) if (await isByItsHost(db, carryUp)) standing.push(carryUp);
  return standing;
}

/** One carry-up with its answer. @throws EntenteError "object-unknown" */
export async function readCarryUp(db: Objects, reader: Reader, id: string): Promise<CarryUpView> {
  return carryUpView(db, reader, await heldOrRefused(db, "entente-carry-up", id));
}

export async function carryUpView(db: Objects, reader: Reader, carryUp: Held<CarryUp>): Promise<CarryUpView> {
  const { version, object } = carryUp;
  const body = await held(db, "entente-body", object.to_body_ref);
  const session = await held(db, "entente-session", object.to_session_ref);
  const disposition = await dispositionOf(db, carryUp);
  const outcomes = await each(object.outcome_refs, (id) => outcomeLine(db, id));
  return {
    id: object.id,
    outcomeIds: [...object.outcome_refs],
    outcomes: outcomes.flatMap((line) => line ?? []),
    toBody: { id: object.to_body_ref, names: body?.object.names ?? {} },
    toSession: session ? sessionLink(session) : null,
    at: object.created,
    standing: await standingOf(db, version),
    disposition: disposition ? await dispositionView(db, disposition) : null,
    acts: { answer: possibleFor(reader.person, await whyNotAnswer(db, carryUp)) },
  };
}

/** A carry-up counts when the host of the outcome's session made it. */
async function isByItsHost(db: Objects, carryUp: Held<CarryUp>): Promise<boolean> {
  for (const id of carryUp.object.outcome_refs) {
    const outcome = await held(db, "entente-outcome", id);
    if (!outcome || (await carryUpOf(db, outcome))?.object.id !== carryUp.object.id) return false;
  }
  return true;
}

async function outcomeLine(db: Objects, id: string): Promise<CarryUpView["outcomes"][number] | undefined> {
  const outcome = await held(db, "entente-outcome", id);
  const session = await held(db, "entente-session", outcome?.object.session_ref);
  return outcome && session && { id, text: outcome.object.text, session: sessionLink(session) };
}

async function dispositionView(db: Objects, { version, object }: Held<Disposition>) {
  const session = await heldOrRefused(db, "entente-session", object.session_ref);
  return {
    id: object.id,
    answer: object.answer,
    text: object.text,
    at: object.created,
    standing: await standingOf(db, version),
    session: sessionLink(session),
  };
}

function sessionLink({ object }: Held<Session>) {
  return { id: object.id, title: sessionName(object) };
}
