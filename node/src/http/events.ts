import type { App, Parts } from "./app.ts";

const COLLECT_MS = 25;
const BEAT_MS = 20_000;

/** GET /api/events: what changed, by room, for pages that are open. Everything may be asked again; nothing is in it. */
export async function eventsRoutes(app: App, { database }: Parts): Promise<void> {
  app.get("/api/events", (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" });
    raw.write(": here\n\n");
    let rooms = new Map<string, Set<string>>();
    let timer: NodeJS.Timeout | undefined;
    const flush = () => {
      timer = undefined;
      const ids = [...new Set([...rooms.values()].flatMap((some) => [...some]))].slice(0, 200);
      raw.write(`event: changed\ndata: ${JSON.stringify({ rooms: [...rooms.keys()], ids })}\n\n`);
      rooms = new Map();
    };
    const stop = database.onChange(({ room, ids }) => {
      const known = rooms.get(room) ?? new Set();
      for (const id of ids) known.add(id);
      rooms.set(room, known);
      timer ??= setTimeout(flush, COLLECT_MS);
    });
    const beat = setInterval(() => raw.write(": beat\n\n"), BEAT_MS);
    request.raw.once("close", () => {
      stop();
      clearInterval(beat);
      clearTimeout(timer);
    });
  });
}
