import { displayOf, highestLabel, type Objects, peerOf } from "#objects";
import { peerParties, readyObjects, whySecondIsRefused } from "#release";
import type { Overview, Possible, Texts, TlpLevel } from "../http/api.ts";
import { possibleFor } from "./impossible.ts";
import { waitingTexts } from "./joint-texts.ts";
import type { Reader } from "./model.ts";
import { outcomesOf } from "./outcomes.ts";
import { shortOf, sideOf } from "./parties.ts";
import { carriedUpTo } from "./read-carry-ups.ts";
import { allHeld, held } from "./store.ts";
import { whyNotAccept, whyNotAnswer } from "./why-not.ts";

export type Waiting = Overview["waiting"];
/** What waits in one room. Another room hands in its own. */
export type WaitingProvider = (db: Objects, reader: Reader) => Promise<Waiting>;

const MOST_URGENT_FIRST: readonly Waiting[number]["kind"][] = [
  "second-person",
  "publish-text",
  "sign-text",
  "accept-text",
  "accept-outcome",
  "disposition",
  "ready-report",
  "quarantine",
];

/** What waits for somebody at this node, most urgent first. */
export async function readWaiting(
  db: Objects,
  reader: Reader,
  providers: readonly WaitingProvider[],
): Promise<Waiting> {
  const all: Waiting = [];
  for (const provider of [
    waitingDecisions,
    waitingTexts,
    waitingOutcomes,
    waitingCarryUps,
    readyReports,
    heldBack,
    ...providers,
  ]) {
    all.push(...(await provider(db, reader)));
  }
  const urgency = ({ kind }: Waiting[number]) => MOST_URGENT_FIRST.indexOf(kind);
  return all.sort((a, b) => urgency(a) - urgency(b));
}

/** Decisions of one person that want a second one. */
const waitingDecisions: WaitingProvider = async (db, { person, nowMs }) => {
  const rows = await db
    .selectFrom("decisions")
    .selectAll()
    .where("state", "=", "waits-for-second-person")
    .where("expires", ">", nowMs * 1000)
    .orderBy("first_at")
    .limit(50)
    .execute();
  const waiting: Waiting = [];
  for (const row of rows) {
    const refusal = await whySecondIsRefused(db, row, person.id, nowMs * 1000);
    const why = whyOf(possibleFor(person, null)) ?? (refusal ? "another-person-decides" : "two-persons-decide");
    const href = `/releases/${row.decision}`;
    const label = await highestLabel(db, await decidedIds(db, row.decision));
    waiting.push({ kind: "second-person", title: row.title, href, why, side: "ours", label });
  }
  return waiting;
};

async function decidedIds(db: Objects, decision: string): Promise<string[]> {
  const rows = await db.selectFrom("decision_objects").select("id").where("decision", "=", decision).execute();
  return rows.map(({ id }) => id);
}

/** Own reports that no peer has, and that could go to one: what is RED never does. */
const readyReports: WaitingProvider = async (db, { person }) => {
  const [peer] = await peerParties(db);
  const ready = (await readyObjects(db)).filter(({ type, label }) => type === "report" && label && label !== "red");
  return ready.map(({ id, title, titles, label }) => ({
    kind: "ready-report" as const,
    title,
    ...(titles ? { titles } : {}),
    href: peer ? `/releases?${new URLSearchParams({ to: peer.party, ids: id })}` : "/releases",
    why: whyOf(possibleFor(person, null)) ?? "released-to-nobody-yet",
    side: "ours" as const,
    label,
  }));
};

/** Outcomes that the ally has recorded, and that this side has not accepted. */
const waitingOutcomes: WaitingProvider = async (db, { person }) => {
  const waiting: Waiting = [];
  for (const session of await allHeld(db, "entente-session")) {
    const party = peerOf(session.version.origin);
    if (!party) continue;
    for (const outcome of await outcomesOf(db, session)) {
      if (await whyNotAccept(db, session, outcome)) continue;
      waiting.push({
        kind: "accept-outcome",
        ...titled(outcome.object.text),
        href: `/sessions/${session.object.id}`,
        why: whyOf(possibleFor(person, null)) ?? withParty("recorded-by-the-ally", await shortOf(db, party)),
        side: "theirs",
        label: outcome.version.label as TlpLevel | null,
      });
    }
  }
  return waiting;
};

/** What was carried up to a session that this side hosts, and has no answer. */
const waitingCarryUps: WaitingProvider = async (db, { person }) => {
  const waiting: Waiting = [];
  for (const session of await allHeld(db, "entente-session")) {
    for (const carryUp of await carriedUpTo(db, session)) {
      if (await whyNotAnswer(db, carryUp)) continue;
      const outcome = await held(db, "entente-outcome", carryUp.object.outcome_refs[0]);
      waiting.push({
        kind: "disposition",
        ...titled(outcome?.object.text ?? {}),
        href: `/sessions/${session.object.id}`,
        why: whyOf(possibleFor(person, null)) ?? "carried-up-to-your-session",
        side: sideOf(carryUp.version),
        label: carryUp.version.label as TlpLevel | null,
      });
    }
  }
  return waiting;
};

/** What is held back before admission: one line per peer and reason. */
const heldBack: WaitingProvider = async (db) => {
  const rows = await db
    .selectFrom("quarantine")
    .select(({ fn }) => ["origin", "reason", fn.countAll<number>().as("count"), fn.min("id").as("id")])
    .groupBy(["origin", "reason"])
    .execute();
  return rows.map(({ origin, reason, count, id }) => ({
    kind: "quarantine" as const,
    title: count > 1 ? `${id} (+${count - 1})` : String(id),
    href: "/exchange",
    why: `exchange.reason.${reason}`,
    side: sideOf({ origin }),
  }));
};

function titled(texts: Texts) {
  return { title: displayOf(texts) ?? "", titles: texts };
}

function whyOf(possible: Possible): string | undefined {
  return possible.can ? undefined : possible.why;
}

function withParty(id: string, party: string): string {
  return `${id} ${JSON.stringify({ party })}`;
}
