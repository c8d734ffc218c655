import { isHigher, type TlpLevel } from "@entente/stix";
import type { Objects, Version } from "#objects";
import type { SessionPage, ThreadView } from "../http/api.ts";
import { each } from "./each.ts";
import { possibleFor } from "./impossible.ts";
import { jointTextsOf } from "./joint-texts.ts";
import type { Body, CarryUp, Held, Outcome, Reader, Session } from "./model.ts";
import { objectLine } from "./object-line.ts";
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
    label: highestOf([
      ...[session, ...outcomes, ...carriedUp, ...papers, ...statements].map(({ version }) => version),
      ...agenda.flatMap(versionsUnder),
    ]),
    items: await each(agenda, (item) => itemView(db, reader, item)),
    outcomes: await readOutcomes(db, reader, session),
    texts: await jointTextsOf(db, id),
    papers: await each(papers, ({ version, object }) => paperLine(db, version, object.symbol)),
    thread: threads[0] ?? null,
    threads,
    carriedUpHere: await each(carriedUp, (carryUp) => carryUpView(db, reader, carryUp)),
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

function versionsUnder({ item, statements, strategies, exercises }: HeldItem): Version[] {
  return [item, ...statements, ...strategies, ...exercises].map(({ version }) => version);
}

function highestOf(versions: readonly Version[]): TlpLevel | null {
  let highest: TlpLevel | null = null;
  for (const { label } of versions as readonly { label: TlpLevel | null }[]) {
    if (label && (!highest || isHigher(label, highest))) highest = label;
  }
  return highest;
}

async function paperLine(db: Objects, version: Version, symbol = null as string | null) {
  return { ...(await objectLine(db, version)), symbol };
}
