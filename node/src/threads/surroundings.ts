import { headsOf, headsReferringTo, type Objects, objectOf, type Version } from "#objects";
import {
  type AgendaItem,
  type Body,
  byCreation,
  type CarryUp,
  type Disposition,
  dispositionOf,
  type HandedIn,
  type Outcome,
  type Session,
  type Statement,
} from "#sessions";
import type { Texts } from "../http/api.ts";

/** An object that names the thread in its `thread_refs`. */
export type Member =
  | (Body & { readonly type: "entente-body" })
  | (Session & { readonly type: "entente-session" })
  | (AgendaItem & { readonly type: "entente-agenda-item" })
  | (Statement & { readonly type: "entente-statement" })
  | (Outcome & { readonly type: "entente-outcome" })
  | (CarryUp & { readonly type: "entente-carry-up" })
  | (Disposition & { readonly type: "entente-disposition" })
  | (HandedIn & { readonly type: "entente-exercise-record" })
  | (HandedIn & { readonly type: "entente-paper" | "entente-strategy" | "entente-news" })
  | (HandedIn & { readonly type: "entente-joint-text" | "entente-accord" });

const MEMBERS: ReadonlySet<string> = new Set([
  "entente-body",
  "entente-session",
  "entente-agenda-item",
  "entente-statement",
  "entente-outcome",
  "entente-carry-up",
  "entente-disposition",
  "entente-exercise-record",
  "entente-paper",
  "entente-strategy",
  "entente-news",
  "entente-joint-text",
  "entente-accord",
]);
const MAX_MEMBERS = 500;

/** Whatever names the thread, on either side, in the order in which it was made. */
export async function membersOf(db: Objects, threadId: string): Promise<Member[]> {
  const versions = await headsReferringTo(db, threadId);
  return versions
    .filter(({ type, path }) => MEMBERS.has(type) && path.startsWith("$.thread_refs["))
    .slice(0, MAX_MEMBERS)
    .map((version) => objectOf<Member>(version))
    .sort(byCreation);
}

/** What the members stand in: their sessions and bodies, and which carry-ups were answered where. */
export type Surroundings = {
  sessionOf(member: Member): Session | undefined;
  sessionById(id: string | undefined): Session | undefined;
  bodyOf(member: Member): string | undefined;
  bodyNames(id: string): Texts;
  isAnswered(carryUpId: string): boolean;
  wasAnsweredAt(sessionId: string): boolean;
  bodies(): readonly Body[];
};

export async function surroundingsOf(db: Objects, members: readonly Member[]): Promise<Surroundings> {
  const objects = await closure(db, members);
  const answers = await answersTo(db, members);
  const object = <T>(id: string | undefined, type: string) =>
    id?.startsWith(`${type}--`) ? (objects.get(id) as T | undefined) : undefined;
  const sessionById = (id: string | undefined) => object<Session>(id, "entente-session");
  /** The session that an id is, or belongs to. */
  const sessionBehind = (id: string | undefined): Session | undefined => {
    const found = object<Named>(id, "entente-agenda-item") ?? object<Named>(id, "entente-outcome");
    return sessionById(id) ?? sessionById(found?.session_ref);
  };
  return {
    sessionById,
    sessionOf: (member) => {
      const { id, session_ref, about_ref, outcome_refs } = member as Named;
      return (
        sessionBehind(id) ?? sessionById(session_ref) ?? sessionBehind(about_ref) ?? sessionBehind(outcome_refs?.[0])
      );
    },
    bodyOf: (member) => {
      const { about_ref, body_refs } = member as Named;
      return [about_ref, body_refs?.[0]].find((id) => object(id, "entente-body"));
    },
    bodyNames: (id) => object<Body>(id, "entente-body")?.names ?? {},
    isAnswered: (carryUpId) => answers.has(carryUpId),
    wasAnsweredAt: (sessionId) => [...answers.values()].some(({ session_ref }) => session_ref === sessionId),
    bodies: () => [...objects.values()].filter(({ id }) => id.startsWith("entente-body--")) as unknown as Body[],
  };
}

/** The properties by which a member says where it belongs. */
type Named = {
  readonly id: string;
  readonly session_ref?: string;
  readonly about_ref?: string;
  readonly item_ref?: string;
  readonly body_ref?: string;
  readonly parent_ref?: string;
  readonly to_body_ref?: string;
  readonly to_session_ref?: string;
  readonly outcome_refs?: readonly string[];
  readonly body_refs?: readonly string[];
};

/** The members and what they belong to, step by step up to the alliance. */
async function closure(db: Objects, members: readonly Member[]): Promise<ReadonlyMap<string, Named>> {
  const objects = new Map<string, Named>(members.map((member) => [member.id, member as Named]));
  let next = [...objects.values()];
  while (next.length > 0) {
    const wanted = [...new Set(next.flatMap(belongsTo))].filter((id) => !objects.has(id));
    next = (await headsOf(db, wanted)).map((version: Version) => objectOf<Named>(version));
    for (const found of next) objects.set(found.id, found);
  }
  return objects;
}

function belongsTo(object: Named): string[] {
  const { session_ref, about_ref, item_ref, body_ref, parent_ref, to_body_ref, to_session_ref } = object;
  const single = [session_ref, about_ref, item_ref, body_ref, parent_ref, to_body_ref, to_session_ref];
  const all = [...single, ...(object.outcome_refs ?? []), ...(object.body_refs ?? [])];
  return all.filter((id): id is string => id?.startsWith("entente-") ?? false);
}

async function answersTo(db: Objects, members: readonly Member[]): Promise<ReadonlyMap<string, Disposition>> {
  const answers = new Map<string, Disposition>();
  for (const version of await headsOf(
    db,
    members.filter(({ type }) => type === "entente-carry-up").map(({ id }) => id),
  )) {
    const answer = await dispositionOf(db, { version, object: objectOf<CarryUp>(version) });
    if (answer) answers.set(version.id, answer.object);
  }
  return answers;
}
