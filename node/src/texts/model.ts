import type { AccordText, Manifest, PartyKey } from "@entente/notes";
import type { JointTextState, Texts } from "../http/api.ts";

/** The newest version of a joint text by its writer: what it is, and which paragraphs it has, in order. */
export type Frame = {
  readonly id: string;
  readonly digest: string;
  readonly writer: string;
  readonly symbol: string;
  readonly kind: Manifest["kind"];
  readonly sessionId: string;
  readonly title: Texts;
  readonly languages: readonly { readonly language: string; readonly status: "authentic" | "courtesy" }[];
  readonly precedence: Manifest["precedence"];
  readonly paragraphs: readonly string[];
};

/** Where a move stands in its party's own log. What is not logged yet comes after what is. */
type Logged = {
  readonly party: string;
  readonly entry: number | null;
  /** The order of admission here; a peer's objects are admitted in the order of its log. */
  readonly sequence: number;
  /** Microseconds: when it was admitted here. */
  readonly at: number;
};

/** One revision of a paragraph; writing it is its writer's acceptance (objects.md). */
export type Revision = Logged & {
  readonly objectId: string;
  readonly paragraph: string;
  readonly digest: string;
  readonly texts: Texts;
  readonly replaces: string | undefined;
  readonly created: string;
};

/** An act of either party on the joint text or on one revision of a paragraph. */
export type TextAct = Logged & {
  readonly actId: string;
  readonly act: string;
  readonly subject: string;
  readonly digest: string;
  readonly instant: string | undefined;
  readonly signature: string | undefined;
};

/** Everything that the state of a joint text is computed from; nothing of it is stored a second time. */
export type Held = {
  readonly frame: Frame;
  readonly own: string;
  /** The other party; null while it is not clear to whom the text will be tabled. */
  readonly other: string | null;
  readonly revisions: readonly Revision[];
  readonly acts: readonly TextAct[];
  readonly keys: readonly PartyKey[];
  /** Our own accord of this text, once both have signed and agreed on the instant. */
  readonly accord: HeldAccord | null;
};

export type HeldAccord = {
  readonly id: string;
  readonly manifest: { readonly text: string; readonly sha256: string };
  readonly instant: string;
  readonly late: boolean;
  /** Microseconds: when the accord came into the public's view; null before. */
  readonly publishedAt: number | null;
};

/** What a party last said on a paragraph. */
export type ParagraphPosition = {
  readonly party: string;
  readonly digest: string;
  readonly accepts: boolean;
  readonly at: number;
  readonly entry: number | null;
};

export type Paragraph = {
  readonly paragraph: string;
  readonly number: number;
  /** What is on the table: the agreed revision, else the newest one that no other replaces. */
  readonly shown: Revision;
  readonly positions: readonly ParagraphPosition[];
  readonly agreed: boolean;
};

/** The plain files that are signed, the same at both nodes; or why there are none. */
export type AccordContent =
  | {
      readonly ok: true;
      readonly texts: readonly AccordText[];
      readonly manifest: Manifest;
      readonly text: string;
      readonly sha256: string;
    }
  | { readonly ok: false; readonly why: ContentFault };
export type ContentFault =
  | "no-paragraphs"
  | "not-every-paragraph-agreed"
  | "language-missing"
  | "text-not-canonical"
  | "alternat-not-built-yet";

/** A party's signature line under an act, found right by its key. */
export type Line = {
  readonly act: TextAct;
  readonly line: string;
};
export type Signing = {
  readonly party: string;
  readonly sign: Line | null;
  readonly publish: (Line & { readonly instant: string }) | null;
  /** True when the party has handed in a line that its key did not make. */
  readonly wrong: boolean;
};

export type JointText = Held & {
  readonly state: JointTextState;
  readonly table: TextAct | null;
  readonly paragraphs: readonly Paragraph[];
  /** Null when every paragraph of the text is held here. */
  readonly missing: string | null;
  readonly content: AccordContent;
  readonly ours: Signing;
  readonly theirs: Signing | null;
  /** The instant that both have signed. */
  readonly instant: string | null;
};
