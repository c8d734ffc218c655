import { highestLabel, type Objects } from "#objects";
import { standingOf } from "#release";
import type { BodyView, Mechanism, SessionLine } from "../http/api.ts";
import { each } from "./each.ts";
import type { Body, Held, Reader, Session } from "./model.ts";
import { statementsOn, statementView } from "./statements.ts";
import { allHeld, heldNaming } from "./store.ts";

/** The bodies, each after its parent, with every session that is on record here. */
export async function readMechanism(db: Objects, reader: Reader): Promise<Mechanism> {
  const held = parentsFirst(await allHeld(db, "entente-body"));
  const bodies = await each(held, (body) => bodyView(db, reader, body));
  const shown = bodies.flatMap((body) => [body, ...body.sessions]);
  const ids = shown.flatMap(({ id, statements }) => [id, ...statements.map((statement) => statement.id)]);
  return { label: await highestLabel(db, ids), bodies };
}

async function bodyView(db: Objects, reader: Reader, { version, object }: Held<Body>): Promise<BodyView> {
  const sessions = inOrder(await heldNaming(db, "entente-session", "body_ref", object.id));
  return {
    id: object.id,
    kind: object.kind,
    names: object.names,
    parentId: object.parent_ref ?? null,
    founded: object.founded ?? null,
    basis: object.basis ?? null,
    statements: await each(await statementsOn(db, object.id), (one) => statementView(db, reader, one)),
    standing: await standingOf(db, version),
    sessions: await each(sessions, (session) => sessionLine(db, reader, session)),
  };
}

export async function sessionLine(
  db: Objects,
  reader: Reader,
  { version, object }: Held<Session>,
): Promise<SessionLine> {
  return {
    id: object.id,
    number: object.number ?? null,
    title: object.title ?? null,
    form: object.form,
    place: object.place ?? null,
    start: object.start ?? null,
    stop: object.stop ?? null,
    standing: await standingOf(db, version),
    statements: await each(await statementsOn(db, object.id), (one) => statementView(db, reader, one)),
  };
}

/** A body that names itself, or a parent that is not here, stands at the top: nothing is left out. */
function parentsFirst(bodies: readonly Held<Body>[]): Held<Body>[] {
  const byId = new Map(bodies.map((body) => [body.object.id, body]));
  const ordered = new Set<Held<Body>>();
  const place = (body: Held<Body>, below: readonly string[]) => {
    const parent = byId.get(body.object.parent_ref ?? "");
    if (parent && !below.includes(parent.object.id)) place(parent, [...below, body.object.id]);
    ordered.add(body);
  };
  for (const body of bodies) place(body, []);
  return [...ordered];
}

/** By number; a session without one stands before the first numbered one that took place after it. */
export function inOrder(sessions: readonly Held<Session>[]): Held<Session>[] {
  const numbered = sessions.filter(({ object }) => object.number !== undefined);
  const ordered = numbered.sort((a, b) => (a.object.number ?? 0) - (b.object.number ?? 0));
  for (const session of sessions.filter(({ object }) => object.number === undefined)) {
    const when = writtenDate(session.object) ?? "9999";
    const at = ordered.findIndex(({ object }) => (writtenDate(object) ?? "") > when);
    ordered.splice(at < 0 ? ordered.length : at, 0, session);
  }
  return ordered;
}

/** The day of a session, or the year that stands in its title where history tells no more. */
export function writtenDate({ start, title }: Pick<Session, "start" | "title">): string | undefined {
  return (
    start ??
    Object.values(title ?? {})
      .join(" ")
      .match(/(?<!\d)(?:19|20)\d\d(?!\d)/)?.[0]
  );
}
