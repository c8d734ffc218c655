import type { Version } from "#objects";
import type { PartyName, Person, Texts } from "../http/api.ts";

/** What every object of these rooms may say (packages/stix, own-object.ts). */
type Common = {
  readonly id: string;
  readonly created: string;
  readonly created_by_ref?: string;
  readonly thread_refs?: readonly string[];
  readonly source?: Source;
};
export type Source = {
  readonly publisher: string | Texts;
  readonly title?: string | Texts;
  readonly date?: string;
  readonly url?: string;
};

export type Body = Common & {
  readonly kind: "alliance" | "consultation" | "working-group";
  readonly names: Texts;
  readonly parent_ref?: string;
  readonly founded?: string;
  readonly basis?: Texts;
};
export type Session = Common & {
  readonly body_ref: string;
  readonly form: string;
  readonly agenda: readonly { readonly number: string; readonly item_ref: string }[];
  readonly number?: number;
  readonly place?: Texts;
  readonly start?: string;
  readonly stop?: string;
  readonly title?: Texts;
};
export type AgendaItem = Common & {
  readonly session_ref: string;
  readonly title: Texts;
  readonly description?: Texts;
  readonly region?: string;
  readonly labels?: readonly string[];
};
export type Statement = Common & {
  readonly about_ref: string;
  readonly field: string;
  readonly value: Texts;
  readonly source: Source;
};
/** A paper, strategy, piece of news or exercise record. */
export type HandedIn = Common & {
  readonly title: Texts;
  readonly text?: Texts;
  readonly symbol?: string;
  readonly publisher?: Texts;
  readonly year?: number;
  readonly published?: string;
  readonly region?: string;
  readonly session_ref?: string;
  readonly item_ref?: string;
  readonly body_refs?: readonly string[];
  readonly start?: string;
  readonly stop?: string;
};
export type Outcome = Common & {
  readonly session_ref: string;
  readonly item_ref: string;
  readonly kind: string;
  readonly text: Texts;
  readonly number?: string;
  readonly verb?: number;
};
export type CarryUp = Common & {
  readonly outcome_refs: readonly string[];
  readonly to_body_ref: string;
  readonly to_session_ref?: string;
};
export type Disposition = Common & {
  readonly carry_up_ref: string;
  readonly session_ref: string;
  readonly answer: string;
  readonly text: Texts;
};

export type ObjectsByType = {
  "entente-body": Body;
  "entente-session": Session;
  "entente-agenda-item": AgendaItem;
  "entente-statement": Statement;
  "entente-paper": HandedIn;
  "entente-strategy": HandedIn;
  "entente-exercise-record": HandedIn;
  "entente-outcome": Outcome;
  "entente-carry-up": CarryUp;
  "entente-disposition": Disposition;
};

/** An object with the version that was read: its writer's newest. */
export type Held<T> = { readonly version: Version; readonly object: T };

/** Names of parties by their id, own and peers (#peers). */
export type Names = ReadonlyMap<string, PartyName>;

/** Who reads, and when: what is possible depends on the person. */
export type Reader = {
  readonly own: string;
  readonly names: Names;
  readonly person: Person;
  readonly nowMs: number;
};
