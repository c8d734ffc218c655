import { type Objects, peerOf } from "#objects";
import { standingOf } from "#release";
import type { AgendaItemView, ExerciseView, StrategyView } from "../http/api.ts";
import { each } from "./each.ts";
import type { AgendaItem, HandedIn, Held, Reader, Session, Statement } from "./model.ts";
import { sideOf } from "./parties.ts";
import { sourceView, statementsOn, statementView } from "./statements.ts";
import { held, heldNaming } from "./store.ts";

/** An item of the agenda with what was handed in under it. */
export type HeldItem = {
  readonly number: string;
  readonly item: Held<AgendaItem>;
  readonly statements: readonly Held<Statement>[];
  readonly strategies: readonly Held<HandedIn>[];
  readonly exercises: readonly Held<HandedIn>[];
};

/** The tag (`labels`, a common property of STIX) by which the host says that an item is on threats. */
const ON_THREATS = "threats";

/**
 * The agenda as the host's session lists it; an item that it does not list is on no agenda. What was handed in for the
 * session without naming an item of it stands under the first.
 */
export async function agendaOf(db: Objects, { object: session }: Held<Session>): Promise<HeldItem[]> {
  const strategies = await heldNaming(db, "entente-strategy", "session_ref", session.id);
  const exercises = await heldNaming(db, "entente-exercise-record", "session_ref", session.id);
  const listed = new Set(session.agenda.map(({ item_ref }) => item_ref));
  const items: HeldItem[] = [];
  for (const { number, item_ref } of session.agenda) {
    const item = await held(db, "entente-agenda-item", item_ref);
    if (!item) continue;
    const isFirst = items.length === 0;
    const under = async (type: "entente-strategy" | "entente-exercise-record", ofSession: Held<HandedIn>[]) => {
      const unplaced = ofSession.filter(({ object }) => isFirst && !listed.has(object.item_ref ?? ""));
      return [...(await heldNaming(db, type, "item_ref", item_ref)), ...unplaced];
    };
    items.push({
      number,
      item,
      statements: await statementsOn(db, item_ref),
      strategies: await under("entente-strategy", strategies),
      exercises: await under("entente-exercise-record", exercises),
    });
  }
  return items;
}

export async function itemView(db: Objects, reader: Reader, held: HeldItem): Promise<AgendaItemView> {
  const { number, item, statements, strategies, exercises } = held;
  return {
    id: item.object.id,
    number,
    title: item.object.title,
    description: item.object.description ?? null,
    region: item.object.region ?? null,
    statements: await each(statements, (one) => statementView(db, reader, one)),
    standing: await standingOf(db, item.version),
    strategies: await each(oursFirst(strategies), (one) => strategyView(db, one)),
    exercises: await each(inTime(exercises), (one) => exerciseView(db, one)),
    threadIds: [...(item.object.thread_refs ?? [])],
    showsGroups: item.object.labels?.includes(ON_THREATS) ?? false,
  };
}

function oursFirst(handedIn: readonly Held<HandedIn>[]): Held<HandedIn>[] {
  return [...handedIn].sort((a, b) => Number(!!peerOf(a.version.origin)) - Number(!!peerOf(b.version.origin)));
}

function inTime(exercises: readonly Held<HandedIn>[]): Held<HandedIn>[] {
  const when = ({ object }: Held<HandedIn>) => object.start ?? String(object.year ?? "");
  return [...exercises].sort((a, b) => when(a).localeCompare(when(b)));
}

async function strategyView(db: Objects, { version, object }: Held<HandedIn>): Promise<StrategyView> {
  return {
    id: object.id,
    side: sideOf(version),
    title: object.title,
    publisher: object.publisher ?? null,
    year: object.year ?? null,
    published: object.published ?? null,
    region: object.region ?? null,
    text: object.text ?? null,
    source: object.source ? sourceView(object.source) : null,
    standing: await standingOf(db, version),
  };
}

async function exerciseView(db: Objects, { version, object }: Held<HandedIn>): Promise<ExerciseView> {
  return {
    id: object.id,
    title: object.title,
    text: object.text ?? null,
    start: object.start ?? null,
    stop: object.stop ?? null,
    year: object.year ?? null,
    source: object.source ? sourceView(object.source) : null,
    standing: await standingOf(db, version),
    side: sideOf(version),
  };
}
