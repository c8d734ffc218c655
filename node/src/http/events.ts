import { type Objects, peerOf } from "#objects";
import type { Changed } from "./api.ts";
import type { App, Parts } from "./app.ts";

const COLLECT_MS = 25;
const BEAT_MS = 20_000;
const MOST_IDS = 200;
/** The room of whatever is admitted: own objects, imports, and what a peer has released. */
const ADMISSION = "objects";

/** GET /api/events: what changed, by room, for pages that are open. Everything may be asked again; nothing is in it. */
export async function eventsRoutes(app: App, { database, log }: Parts): Promise<void> {
  app.get("/api/events", (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" });
    raw.write(": here\n\n");
    let rooms: Rooms = new Map();
    let timer: NodeJS.Timeout | undefined;
    const flush = async () => {
      timer = undefined;
      const collected = rooms;
      rooms = new Map();
      for (const changed of await announcements(database.objects, collected)) {
        raw.write(`event: changed\ndata: ${JSON.stringify(changed)}\n\n`);
      }
    };
    const stop = database.onChange(({ room, ids }) => {
      const known = rooms.get(room) ?? new Set();
      for (const id of ids) known.add(id);
      rooms.set(room, known);
      timer ??= setTimeout(() => flush().catch(log), COLLECT_MS);
    });
    const beat = setInterval(() => raw.write(": beat\n\n"), BEAT_MS);
    request.raw.once("close", () => {
      stop();
      clearInterval(beat);
      clearTimeout(timer);
    });
  });
}

type Rooms = Map<string, Set<string>>;

/** One announcement of what changed here, and one per peer of what was admitted from there. */
export async function announcements(db: Objects, collected: Rooms): Promise<Changed[]> {
  const rooms = [...collected.keys()];
  const ids = [...new Set([...collected.values()].flatMap((some) => [...some]))].sort(massesLast).slice(0, MOST_IDS);
  const admitted = collected.get(ADMISSION);
  const peers = await peersOf(
    db,
    ids.filter((id) => admitted?.has(id)),
  );
  const byPeer = Map.groupBy(ids, (id) => peers.get(id));
  if (byPeer.size === 0) return [{ rooms, ids: [] }];
  return [...byPeer].map(([from, some]) => ({ rooms, ids: some, ...(from === undefined ? {} : { from }) }));
}

async function peersOf(db: Objects, ids: readonly string[]): Promise<Map<string, string>> {
  const heads = await db.selectFrom("heads").select(["id", "origin"]).where("id", "in", ids).execute();
  return new Map(
    heads.flatMap(({ id, origin }) => {
      const peer = peerOf(origin);
      return peer ? [[id, peer] as const] : [];
    }),
  );
}

/** A report before the hundreds of indicators that it brings. */
function massesLast(a: string, b: string): number {
  return Number(IN_MASSES.test(a)) - Number(IN_MASSES.test(b));
}
const IN_MASSES = /^(?:indicator|relationship)--/;
