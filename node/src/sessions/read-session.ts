import { highestLabel, type Objects } from "#objects";
import { objectLines } from "#release";
import type { CarryUpView, SessionPage, ThreadView } from "../http/api.ts";
import { each } from "./each.ts";
import { possibleFor } from "./impossible.ts";
import { jointTextsOf } from "./joint-texts.ts";
import type { Body, CarryUp, Held, Outcome, Reader, Session } from "./model.ts";
import { outcomesOf } from "./outcomes.ts";
import { nameOfWriter } from "./parties.ts";
import { agendaOf, type HeldItem, itemView } from "./read-agenda.ts";
import { carriedUpTo, carryUpView } from "./read-carry-ups.ts";
import { sessionLine } from "./read-mechanism.ts";
import { readOutcomes } from "./read-outcomes.ts";
import { statementsOn } from "./statements.ts";
import { held, heldNaming, heldOrRefused } from "./store.ts";
import { whyNotRecord } from "./why-not.ts";

/** What is told of a session by a room that stands on this one. */
export type OtherRooms = {
  /** A thread as it is seen from a session; undefined when it is not held here. */
  threadOf(db: Objects, threadId: string, seen: { nowMs: number; from: string }): Promise<ThreadView | undefined>;
};

/** Everything about one session, from its agenda to the answer of the parent. @throws EntenteError "object-unknown" */
export async function readSession(db: Objects, reader: Reader, id: string, rooms: OtherRooms): Promise<SessionPage> {
  const session = await heldOrRefused(db, "entente-session", id);
  const agenda = await agendaOf(db, session);
  const outcomes = await outcomesOf(db, session);
  const carriedUp = await carriedUpTo(db, session);
  const papers = await heldNaming(db, "entente-paper", "session_ref", id);
  const statements = await statementsOn(db, id);
  const paperLines = await objectLines(
    db,
    papers.map(({ version }) => version),
  );
  const texts = await jointTextsOf(db, id);
  const outcomeViews = await readOutcomes(db, reader, session);
  const carriedUpHere = await each(carriedUp, (carryUp) => carryUpView(db, reader, carryUp));
  const threads = await threadsOf(db, reader, { session, agenda, outcomes, carriedUp }, rooms);
  return {
    ...(await sessionLine(db, reader, session)),
    bodies: (await bodiesDownTo(db, session.object.body_ref)).map(({ object }) => ({
      id: object.id,
      names: object.names,
    })),
    host: nameOfWriter(session.version, reader.own, reader.names),
    // Where the place, days and form of a session are not on record, who hosted it is not either: its writer keeps
    // the record, and the page must not claim more.
    hostOnRecord: session.object.form !== "not-on-record",
    label: await highestLabel(db, [
      ...[session, ...papers, ...statements].map(({ object }) => object.id),
      ...[...texts, ...threads, ...outcomeViews].map((one) => one.id),
      ...[...carriedUpHere, ...outcomeViews.map(({ carryUp }) => carryUp)].flatMap(idsOfCarryUp),
      ...agenda.flatMap(idsUnder),
    ]),
    items: await each(agenda, (item) => itemView(db, reader, item)),
    outcomes: outcomeViews,
    texts,
    papers: paperLines.map((line, index) => ({ ...line, symbol: papers[index]?.object.symbol ?? null })),
    thread: threads[0] ?? null,
    threads,
    carriedUpHere,
    acts: { recordOutcome: possibleFor(reader.person, await whyNotRecord(db, session)) },
  };
}

/** From the alliance down to the body that meets. */
export async function bodiesDownTo(db: Objects, bodyId: string): Promise<Held<Body>[]> {
  const bodies: Held<Body>[] = [];
  let body = await held(db, "entente-body", bodyId);
  while (body && !bodies.some(({ object }) => object.id === body?.object.id)) {
    bodies.unshift(body);
    body = await held(db, "entente-body", body.object.parent_ref);
  }
  return bodies;
}

type OnPage = {
  readonly session: Held<Session>;
  readonly agenda: readonly HeldItem[];
  readonly outcomes: readonly Held<Outcome>[];
  readonly carriedUp: readonly Held<CarryUp>[];
};

/** The threads that run through a session; first the one in which something was last recorded here. */
async function threadsOf(db: Objects, { nowMs }: Reader, on: OnPage, { threadOf }: OtherRooms): Promise<ThreadView[]> {
  const { session, agenda, outcomes, carriedUp } = on;
  const recorded = [...outcomes, ...carriedUp].map(({ object }) => object);
  const newestFirst = recorded.sort((a, b) => Date.parse(b.created) - Date.parse(a.created));
  const members = [...newestFirst, session.object, ...agenda.map(({ item }) => item.object)];
  const ids = new Set(members.flatMap(({ thread_refs }) => thread_refs ?? []));
  const threads = await each([...ids], (id) => threadOf(db, id, { nowMs, from: session.object.id }));
  return threads.flatMap((thread) => thread ?? []);
}

function idsOfCarryUp(carryUp: CarryUpView | null): string[] {
  return carryUp ? [carryUp.id, ...(carryUp.disposition ? [carryUp.disposition.id] : [])] : [];
}

function idsUnder({ item, statements, strategies, exercises }: HeldItem): string[] {
  return [item, ...statements, ...strategies, ...exercises].map(({ object }) => object.id);
}
