import { PARTY_DEFINITION } from "@entente/stix";
import type { Database } from "#database";
import { type Objects, type OwnParty, objectOf } from "#objects";
import { openRows, PUBLIC, type ViewedVersion, viewed } from "#release";
import type { Texts } from "../http/api.ts";
import type { Accord, AgendaItem, Body, News, Paper, Party, PublicRecord, Session, Statement } from "./record.ts";

const TYPES = [
  "identity",
  "entente-body",
  "entente-session",
  "entente-agenda-item",
  "entente-statement",
  "entente-strategy",
  "entente-exercise-record",
  "entente-news",
  "entente-accord",
];

type Read = { readonly state: string; readonly record: PublicRecord };

/** Reads PUBLIC's view whenever it has changed, and nothing else ever (R12). */
export function recordReader(database: Pick<Database, "objects">, own: OwnParty, nowMs: () => number) {
  let last: Read | undefined;
  return async (): Promise<PublicRecord> => {
    const nowMicros = nowMs() * 1000;
    const state = await viewState(database.objects, nowMicros);
    if (last?.state !== state) {
      last = { state, record: recordOf(await viewed(database.objects, TYPES, { nowMicros }), own) };
    }
    return last.record;
  };
}

/** Differs whenever the set of PUBLIC's open rows differs: rows are only added and closed, and expire. */
async function viewState(db: Objects, nowMicros: number): Promise<string> {
  const { last, open } = await openRows(db, PUBLIC, nowMicros)
    .select((select) => [select.fn.max("views.sequence").as("last"), select.fn.countAll<number>().as("open")])
    .executeTakeFirstOrThrow();
  const closed = await db
    .selectFrom("views")
    .select((select) => select.fn.max("views.closed_at").as("at"))
    .where("views.party", "=", PUBLIC)
    .executeTakeFirst();
  return `${last} ${open} ${closed?.at}`;
}

/** The objects of the view as the pages need them; what was revoked is not shown any more. */
export function recordOf(versions: readonly ViewedVersion[], own: OwnParty): PublicRecord {
  const read = versions
    .map((version) => ({ object: objectOf(version), releasedAtMs: Math.floor(version.date_added / 1000) }))
    .filter(({ object }) => object.revoked !== true);
  // Each was admitted by its type's schema; the types of record.ts are what those schemas say.
  const ofType = <T>(type: string): T[] =>
    read
      .filter(({ object }) => object.type === type)
      .map(({ object, releasedAtMs }) => ({ ...object, releasedAtMs }) as T);
  const parties = ofType<Identity>("identity").map(partyOf);
  const items = ofType<AgendaItem>("entente-agenda-item");
  return {
    own: own.id,
    ownShort: own.short,
    parties: new Map(parties.map((party) => [party.id, party])),
    bodies: ofType<Body>("entente-body"),
    sessions: ofType<Session>("entente-session"),
    items: new Map(items.map((item) => [item.id, item])),
    statements: ofType<Statement>("entente-statement"),
    strategies: ofType<Paper>("entente-strategy"),
    exercises: ofType<Paper>("entente-exercise-record"),
    news: ofType<News>("entente-news").sort((a, b) => newsDay(b).localeCompare(newsDay(a))),
    accords: ofType<Accord>("entente-accord").sort((a, b) => b.published.localeCompare(a.published)),
  };
}

/** The day of a news item: when it was published, else when it was released to the public. */
export function newsDay({ published, releasedAtMs }: Pick<News, "published" | "releasedAtMs">): string {
  return published ?? new Date(releasedAtMs).toISOString().slice(0, 10);
}

type Identity = {
  readonly id: string;
  readonly name: string;
  readonly extensions?: { readonly [definition: string]: { readonly names?: Texts } };
};

/** A party is named in several languages by the project's extension of its identity, else by its name. */
function partyOf({ id, name, extensions }: Identity): Party {
  return { id, names: extensions?.[PARTY_DEFINITION]?.names ?? { en: name } };
}
