import { highestLabel, highestLevel, type Objects } from "#objects";
import type { Overview } from "../http/api.ts";
import type { Held, Reader, Session } from "./model.ts";
import { readReceived } from "./received.ts";
import { fullSessionName } from "./session-name.ts";
import { allHeld, held } from "./store.ts";
import { readWaiting, type WaitingProvider } from "./waiting.ts";

/** What a person sees first: what waits, what the ally has released, and the session that comes or was last. */
export async function readOverview(
  db: Objects,
  reader: Reader,
  waiting: readonly WaitingProvider[],
): Promise<Overview> {
  const waits = await readWaiting(db, reader, waiting);
  const received = await readReceived(db);
  const session = await nextSession(db, reader);
  const shown = [...waits, ...received].map(({ label }) => label ?? null);
  return {
    label: highestLevel([...shown, await highestLabel(db, session ? [session.id] : [])]),
    waiting: waits,
    received,
    session,
  };
}

async function nextSession(db: Objects, { nowMs }: Reader): Promise<Overview["session"]> {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const dated = (await allHeld(db, "entente-session"))
    .filter(({ object }) => object.start !== undefined)
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  const session = dated.find(({ object }) => (object.stop ?? object.start ?? "") >= today) ?? dated.at(-1);
  if (!session) return null;
  const { id, start = null, stop = null, body_ref } = session.object;
  const body = await held(db, "entente-body", body_ref);
  return { id, title: fullSessionName(session.object, body?.object.names), start, stop };
}

function startOf({ object }: Held<Session>): string {
  return object.start ?? "";
}
