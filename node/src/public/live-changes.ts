import type { Database } from "#database";
import type { App } from "#http";
import { PUBLIC } from "#release";

const COLLECT_MS = 50;
const BEAT_MS = 20_000;
const MAX_LISTENERS = 500;

/** GET /public/events: that PUBLIC's view has changed, and nothing of what. Anyone may listen, up to a limit. */
export async function liveChanges(app: App, { database }: { readonly database: Database }): Promise<void> {
  const listeners = new Set<(text: string) => void>();
  let timer: NodeJS.Timeout | undefined;
  const tell = (text: string) => {
    for (const listener of listeners) listener(text);
  };
  const stop = database.onChange(({ room, ids }) => {
    if (room !== "views" || !ids.includes(PUBLIC)) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      tell("event: changed\ndata:\n\n");
    }, COLLECT_MS);
  });
  const beat = setInterval(() => tell(": beat\n\n"), BEAT_MS);
  app.addHook("onClose", async () => {
    stop();
    clearInterval(beat);
    clearTimeout(timer);
  });

  app.get("/public/events", { exposeHeadRoute: false }, (request, reply) => {
    if (listeners.size >= MAX_LISTENERS) return reply.code(503).header("retry-after", "60").send();
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" });
    // Without data a browser gives no event; an empty line of data is one.
    raw.write("retry: 3000\n: here\n\n");
    const listener = (text: string) => void raw.write(text);
    listeners.add(listener);
    request.raw.once("close", () => listeners.delete(listener));
  });
}
