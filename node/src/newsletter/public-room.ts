import { timestampOf } from "@entente/stix";
import type { Database } from "#database";
import type { App, Parts } from "#http";
import { headsOfType, type Objects } from "#objects";
import { objectLines, openRows, PUBLIC } from "#release";
import type { ObjectLine, PublicRoom } from "../http/api.ts";
import "./tables.ts";

const MAX_LINES = 500;

/** What the site can show; other CLEAR objects may be public too, but nobody looks for them here. */
const SHOWN_TYPES = [
  "entente-body",
  "entente-session",
  "entente-agenda-item",
  "entente-statement",
  "entente-strategy",
  "entente-exercise-record",
  "entente-news",
];

/** GET /api/public: what the public sees from here, what could join it, and how the newsletter goes. */
export async function publicRoomRoutes(app: App, { database, clock }: Parts): Promise<void> {
  app.get("/api/public", async (): Promise<PublicRoom> => {
    const nowMicros = clock.now() * 1000;
    const { objects } = database;
    return {
      rows: await rowsOf(objects, nowMicros),
      subscribers: await subscribersOf(database),
      bulletins: await bulletinsOf(database),
      ready: await readyFor(objects, nowMicros),
    };
  });
}

async function rowsOf(db: Objects, nowMicros: number): Promise<PublicRoom["rows"]> {
  const rows = await openRows(db, PUBLIC, nowMicros)
    .innerJoin("versions", "versions.version_id", "views.version_id")
    .selectAll("versions")
    .select("views.date_added")
    .orderBy("views.sequence", "desc")
    .limit(MAX_LINES)
    .execute();
  const lines = await objectLines(db, rows);
  return lines.map((line, index) => ({ ...line, releasedAt: timestampOf(rows[index]?.date_added ?? 0) }));
}

async function readyFor(db: Objects, nowMicros: number): Promise<ObjectLine[]> {
  const shown = await openRows(db, PUBLIC, nowMicros).select("views.digest").execute();
  const digests = new Set(shown.map(({ digest }) => digest));
  const heads = await headsOfType(db, ...SHOWN_TYPES);
  const ready = heads.filter(({ label, digest }) => label === "clear" && !digests.has(digest)).slice(0, MAX_LINES);
  return objectLines(db, ready);
}

async function subscribersOf({ subscribers }: Database): Promise<PublicRoom["subscribers"]> {
  const rows = await subscribers
    .selectFrom("subscribers")
    .select((select) => ["state" as const, select.fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return { confirmed: count("confirmed"), waiting: count("waiting") };
}

async function bulletinsOf({ subscribers }: Database): Promise<PublicRoom["bulletins"]> {
  const rows = await subscribers.selectFrom("bulletins").selectAll().orderBy("queued_at", "desc").execute();
  const waiting = await subscribers
    .selectFrom("outbox")
    .select((select) => ["bulletin" as const, select.fn.countAll<number>().as("count")])
    .where("state", "in", ["queued", "sending"])
    .groupBy("bulletin")
    .execute();
  return rows.map(({ bulletin, title, queued_at, delivered }) => ({
    title: JSON.parse(title),
    at: timestampOf(queued_at),
    queued: waiting.find((row) => row.bulletin === bulletin)?.count ?? 0,
    delivered,
  }));
}
