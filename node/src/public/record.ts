import type { Texts } from "../http/api.ts";

/** Where a fact was read. */
export type Source = {
  readonly publisher: string | Texts;
  readonly title?: string | Texts;
  readonly date?: string;
  readonly url?: string;
};

/** What every object of the record has: its id, who wrote it, its source. */
type Fact = { readonly id: string; readonly created_by_ref?: string; readonly source?: Source };

export type Party = { readonly id: string; readonly names: Texts };
export type Body = Fact & {
  readonly kind: "alliance" | "consultation" | "working-group";
  readonly names: Texts;
  readonly parent_ref?: string;
  readonly founded?: string;
  readonly basis?: Texts;
  readonly party_refs?: readonly string[];
  readonly description?: Texts;
};
export type SessionForm = "in-person" | "remote" | "hybrid" | "not-on-record";
export type Session = Fact & {
  readonly body_ref: string;
  readonly form: SessionForm;
  readonly agenda: readonly { readonly number: string; readonly item_ref: string }[];
  readonly number?: number;
  readonly place?: Texts;
  readonly start?: string;
  readonly stop?: string;
  readonly title?: Texts;
  readonly description?: Texts;
};
export type AgendaItem = Fact & { readonly title: Texts; readonly description?: Texts };
export type Statement = Fact & {
  readonly about_ref: string;
  readonly field: string;
  readonly value: Texts;
  readonly source: Source;
};
/** A strategy, an exercise's record or news: what a party hands in. */
export type Paper = Fact & {
  readonly title: Texts;
  readonly text?: Texts;
  readonly publisher?: Texts;
  readonly published?: string;
  readonly year?: number;
  readonly start?: string;
  readonly stop?: string;
  readonly session_ref?: string;
  readonly item_ref?: string;
};
export type News = Paper & { readonly releasedAtMs: number; readonly modified: string };
export type Accord = Fact & {
  readonly symbol: string;
  readonly kind: "joint-communique" | "agreed-minutes" | "terms-of-reference";
  readonly title: Texts;
  readonly session_ref: string;
  readonly party_refs: readonly [string, string];
  readonly manifest_digest: string;
  readonly published: string;
  readonly late?: boolean;
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly data: string }[];
  readonly releasedAtMs: number;
};

/** All that the public may see of the mechanism: PUBLIC's view, read once and put in order. */
export type PublicRecord = {
  readonly own: string;
  readonly ownShort: string;
  readonly parties: ReadonlyMap<string, Party>;
  readonly bodies: readonly Body[];
  readonly sessions: readonly Session[];
  readonly items: ReadonlyMap<string, AgendaItem>;
  readonly statements: readonly Statement[];
  readonly strategies: readonly Paper[];
  readonly exercises: readonly Paper[];
  /** Newest first. */
  readonly news: readonly News[];
  /** Newest first. */
  readonly accords: readonly Accord[];
};

/** The body whose sessions the site is about: the working group, else the lowest body that meets. */
export function meetingBody({ bodies, sessions }: PublicRecord): Body | undefined {
  const meeting = bodies.filter(({ id }) => sessions.some(({ body_ref }) => body_ref === id));
  return meeting.find(({ kind }) => kind === "working-group") ?? meeting.at(-1) ?? bodies.at(-1);
}

/** A body's sessions in order: by number, else by day. */
export function sessionsOf({ sessions }: PublicRecord, bodyId: string): Session[] {
  return sessions
    .filter(({ body_ref }) => body_ref === bodyId)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0) || (a.start ?? "").localeCompare(b.start ?? ""));
}

/** The newest session of the body that meets: the one with the latest day, else the highest number. */
export function newestSession(record: PublicRecord): Session | undefined {
  const body = meetingBody(record);
  if (!body) return undefined;
  return sessionsOf(record, body.id).reduce<Session | undefined>(
    (newest, one) => (!newest || (one.start ?? "") >= (newest.start ?? "") ? one : newest),
    undefined,
  );
}

/** The bodies from the alliance down to one of them. A parent that is not public ends the chain. */
export function chainTo({ bodies }: PublicRecord, body: Body): Body[] {
  const chain: Body[] = [];
  for (let at: Body | undefined = body; at && !chain.includes(at); ) {
    chain.unshift(at);
    const parent: string | undefined = at.parent_ref;
    at = bodies.find(({ id }) => id === parent);
  }
  return chain;
}

/** The parties to the mechanism, own first: those that its body names, else those that wrote or signed something here. */
export function partiesOf(record: PublicRecord): Party[] {
  const named = meetingBody(record)?.party_refs;
  const facts = [...record.bodies, ...record.sessions, ...record.statements, ...record.news];
  const wrote = [
    ...record.accords.flatMap(({ party_refs }) => party_refs),
    ...facts.map(({ created_by_ref }) => created_by_ref),
  ];
  return [...new Set(named ?? wrote)]
    .flatMap((id) => record.parties.get(id ?? "") ?? [])
    .sort((a, b) => Number(b.id === record.own) - Number(a.id === record.own));
}

export function statementsOn({ statements }: PublicRecord, id: string, field?: string): Statement[] {
  return statements.filter(({ about_ref, field: stated }) => about_ref === id && (!field || stated === field));
}

export type Disagreement = { readonly about: string; readonly field: string; readonly positions: readonly Statement[] };

/** Where sources differ on bodies and sessions: at least two statements on one field with different values. */
export function disagreements(record: PublicRecord): Disagreement[] {
  const subjects = new Set([...record.sessions, ...record.bodies].map(({ id }) => id));
  const groups = Map.groupBy(
    record.statements.filter(({ about_ref }) => subjects.has(about_ref)),
    ({ about_ref, field }) => `${about_ref} ${field}`,
  );
  return [...groups.values()].flatMap((positions) => {
    const first = positions[0];
    const values = new Set(positions.map(({ value }) => value.en ?? Object.values(value)[0]));
    return first && values.size > 1 ? [{ about: first.about_ref, field: first.field, positions }] : [];
  });
}

/** In which form a session was held: as it says, or, where it is not on record, as a statement on it begins. */
export function formOf(record: PublicRecord, session: Session): SessionForm {
  if (session.form !== "not-on-record") return session.form;
  const stated = statementsOn(record, session.id, "form").map(({ value }) => value.en ?? "");
  if (stated.some((text) => /^in person\b/i.test(text))) return "in-person";
  if (stated.some((text) => /^remote\b/i.test(text))) return "remote";
  return stated.some((text) => /^hybrid\b/i.test(text)) ? "hybrid" : "not-on-record";
}
