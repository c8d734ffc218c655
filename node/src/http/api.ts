/**
 * What the node answers to its console, room by room: the one description that both sides compile against.
 * Types only. Instants are RFC 3339 in UTC; `Texts` maps BCP 47 tags to text.
 */
export type Texts = Record<string, string>;
export type Side = "ours" | "theirs";
export type TlpLevel = "clear" | "green" | "amber" | "amber+strict" | "red";
export type Role = "analyst" | "releasing-officer";

/** Where an object stands: never leaves; released to peers; came from a peer; both have agreed; import not yet released. */
export type Standing =
  | { kind: "national" }
  | { kind: "released"; parties: string[] }
  | { kind: "from"; party: string }
  | { kind: "joint" }
  | { kind: "source"; source: string };

/** A party as people name it: `short` is KOR, USA; `name` in the languages of its card. */
export interface PartyName {
  id: string;
  short: string;
  name: string;
  names?: Texts;
}
export interface Person {
  id: string;
  function: string;
  role: Role;
}

/** GET /api/me (401 when not signed in) */
export interface Me {
  person: Person;
  node: { own: PartyName; peers: PartyName[]; demonstration: boolean; publicAddress: string };
}

/** GET /api/link */
export interface Link {
  peer: PartyName;
  state: "in-contact" | "late" | "broken" | "never";
  lastContact: string | null;
  /** milliseconds from the ally's release to our admission, last object */
  lagMs: number | null;
  toSend: number;
  toTakeIn: number;
  ours: LogState;
  theirs: LogState;
  error: string | null;
}
export interface LogState {
  size: number;
  root: string;
  checkedAt: string | null;
}

/** One line of any list of objects. `label` is what markings and the assigned label amount to; null = none. */
export interface ObjectLine {
  id: string;
  type: string;
  title: string;
  titles?: Texts;
  modified: string | null;
  label: TlpLevel | null;
  standing: Standing;
  /** of a statement: on what of which object; its title alone, such as "North Korea", says too little */
  statement?: { field: string; about: { id: string; title: string; titles?: Texts } };
}

/** GET /api/overview */
export interface Overview {
  label?: TlpLevel | null;
  /** what waits for a person here, most urgent first */
  waiting: {
    kind:
      | "second-person"
      | "accept-outcome"
      | "accept-text"
      | "sign-text"
      | "publish-text"
      | "ready-report"
      | "disposition"
      | "quarantine";
    title: string;
    titles?: Texts;
    href: string;
    why: string;
    side: Side | "joint";
    label?: TlpLevel | null;
  }[];
  /** `more`: how many others of its type came too; what comes in masses is one line */
  received: (ObjectLine & { at: string; more?: number })[];
  session: { id: string; title: Texts; start: string | null; stop: string | null } | null;
}

/** A fact that sources may see differently: every position with who states it and the source. */
export interface StatementView {
  id: string;
  field: string;
  value: Texts;
  by: PartyName;
  standing: Standing;
  source: SourceView;
}
export interface SourceView {
  publisher: string;
  publishers?: Texts;
  title?: string;
  titles?: Texts;
  date?: string;
  url?: string;
}

/** GET /api/sessions : the mechanism */
export interface Mechanism {
  label?: TlpLevel | null;
  bodies: BodyView[];
}
export interface BodyView {
  id: string;
  kind: "alliance" | "consultation" | "working-group";
  names: Texts;
  parentId: string | null;
  founded: string | null;
  basis: Texts | null;
  statements: StatementView[];
  standing: Standing;
  sessions: SessionLine[];
}
export interface SessionLine {
  id: string;
  number: number | null;
  title: Texts | null;
  form: string;
  place: Texts | null;
  start: string | null;
  stop: string | null;
  standing: Standing;
  statements: StatementView[];
}

/** GET /api/sessions/:id */
export interface SessionPage extends SessionLine {
  bodies: { id: string; names: Texts }[]; // from the alliance down to the body that meets
  host: PartyName;
  /** false: only who keeps the record is known, not who hosted it */
  hostOnRecord?: boolean;
  label: TlpLevel | null;
  items: AgendaItemView[];
  outcomes: OutcomeView[];
  texts: { id: string; symbol: string; title: Texts; state: JointTextState; standing: Standing }[];
  papers: (ObjectLine & { symbol: string | null })[];
  thread: ThreadView | null;
  /** all threads that run through the session; `thread` is the first of them */
  threads?: ThreadView[];
  /** the dispositions recorded at this session (a consultation answers what was carried up to it) */
  carriedUpHere: CarryUpView[];
  acts: { recordOutcome: Possible };
}
/** An act that may be impossible: then `why` says so, and what would make it possible (a message id with values). */
export type Possible = { can: true } | { can: false; why: string };

export interface AgendaItemView {
  id: string;
  number: string;
  title: Texts;
  description: Texts | null;
  region: string | null;
  statements: StatementView[];
  standing: Standing;
  strategies: StrategyView[];
  exercises: ExerciseView[];
  /** an item on threats: the groups, and what each side holds on them, belong to it */
  showsGroups?: boolean;
  /** the threads that the item belongs to */
  threadIds?: string[];
}
export interface StrategyView {
  id: string;
  side: Side;
  title: Texts;
  publisher: Texts | null;
  year: number | null;
  published: string | null;
  region: string | null;
  text: Texts | null;
  source: SourceView | null;
  standing: Standing;
}
export interface ExerciseView {
  id: string;
  title: Texts;
  text: Texts | null;
  start: string | null;
  stop: string | null;
  /** where no more than the year is on record */
  year?: number | null;
  source: SourceView | null;
  standing: Standing;
  side: Side;
}

export interface Position {
  party: PartyName;
  side: Side;
  accepted: boolean;
  at: string | null;
  digest: string | null;
  entry: number | null;
}
export interface OutcomeView {
  id: string;
  itemId: string;
  number: string | null;
  kind: string;
  text: Texts;
  verb: number | null;
  digest: string;
  standing: Standing;
  positions: Position[];
  agreed: boolean;
  carryUp: CarryUpView | null;
  acts: { accept: Possible; carryUp: Possible };
}
export interface CarryUpView {
  id: string;
  outcomeIds: string[];
  outcomes: { id: string; text: Texts; session: { id: string; title: Texts | null } }[];
  toBody: { id: string; names: Texts };
  toSession: { id: string; title: Texts | null } | null;
  at: string;
  standing: Standing;
  disposition: {
    id: string;
    answer: string;
    text: Texts;
    at: string;
    standing: Standing;
    session: { id: string; title: Texts | null };
  } | null;
  acts: { answer: Possible };
}
/** GET /api/threads/:id ; one point per act, in order of time */
export interface ThreadView {
  id: string;
  title: Texts;
  lanes: { bodyId: string | null; names: Texts }[];
  points: ThreadPoint[];
}
export interface ThreadPoint {
  objectId: string;
  type: string;
  lane: number;
  at: string;
  precision: "year" | "month" | "day";
  title: Texts;
  expected: boolean;
  here: boolean;
}
/** POST /api/sessions/:id/outcomes {itemId, kind, text: Texts, verb, threadId?} -> OutcomeView
 *  POST /api/outcomes/:id/accept {digest} -> OutcomeView   POST /api/outcomes/:id/carry-up {toSessionId} -> CarryUpView
 *  POST /api/carry-ups/:id/disposition {answer, text} -> CarryUpView
 *  GET /api/suggestions -> {conclusion: Texts, disposition: Texts} (demonstration only; empty otherwise) */

/** GET /api/threats/groups */
export interface ThreatGroups {
  label?: TlpLevel | null;
  referenceSet: { name: string; version: string; count: number; agreed: boolean } | null;
  distinctTechniques: number;
  groups: GroupLine[];
}
export interface GroupLine {
  id: string;
  /** intrusion-set; malware where a party attributes malware that no group uses */
  type?: string;
  attackId: string;
  name: string;
  aliases: string[];
  techniques: number;
  software: number;
  indicators: { ours: number; theirs: number };
  attribution: { ours: boolean; theirs: boolean };
}
/** GET /api/threats/groups/:id */
export interface GroupPage extends GroupLine {
  label?: TlpLevel | null;
  description: string;
  techniquesByTactic: { tactic: string; techniques: { id: string; attackId: string; name: string }[] }[];
  softwareUsed: { id: string; attackId: string; name: string; type: string }[];
  statements: StatementView[];
  reports: ObjectLine[];
}

/** POST /api/lookup {text} : one row per input that was understood or not, in order */
export interface LookupAnswer {
  rows: LookupRow[];
  tookMs: number;
}
export interface LookupRow {
  input: string;
  understoodAs: { type: string; value: string } | null;
  known: boolean;
  matches: {
    indicatorId: string;
    name: string;
    side: Side;
    origin: string;
    from: string;
    label: TlpLevel | null;
    indicates: string[];
    validFrom: string | null;
    standing: Standing;
    via: "exact" | "parent-domain" | "host-of-url";
  }[];
}

/** GET /api/objects/:id */
export interface ObjectPage extends ObjectLine {
  /** the head's exact bytes as text, its digest, and every version of every origin */
  json: string;
  digest: string;
  origin: string;
  versions: {
    origin: string;
    modified: string | null;
    digest: string;
    admittedAt: string;
    head: boolean;
    fromWriter: boolean;
  }[];
  /** at most 200 of each; the totals say how many there are */
  referencesTo: (ObjectLine & { path: string })[];
  referencesToTotal?: number;
  referencedBy: (ObjectLine & { path: string })[];
  referencedByTotal?: number;
  proof: Proof[];
  edit: Possible;
}
/** The ledger entry that released this object (ours: to whom; theirs: to us), with what is needed to check it. */
export interface Proof {
  log: string;
  party: PartyName | null;
  entry: number;
  time: string;
  kind: string;
  subject: string;
  opening: string;
  labels: string[];
  digest: string;
  logSize: number;
  root: string;
  decision: string;
}
/** GET /api/objects/:id/receipt?log=… -> application/json file */
/** POST /api/objects/:id/versions {digest, properties} -> {id, modified, digest}: a new version of an own object */

/** GET /api/releases : what is ready, what waits for a second person, what was decided */
export interface Releases {
  ready: ObjectLine[];
  decisions: DecisionLine[];
}
export interface DecisionLine {
  id: string;
  party: PartyName | null /** null = PUBLIC */;
  state: "waits-for-second-person" | "waits" | "running" | "done" | "void";
  reason: string;
  title: string;
  objects: number;
  released: number;
  first: { function: string; at: string };
  second: { function: string; at: string } | null;
  at: string | null;
  approve: Possible;
}
/** POST /api/releases/dry-run {ids, party: partyId | "PUBLIC"} */
export interface DryRun {
  party: PartyName | null;
  ceiling: TlpLevel;
  tookMs: number;
  secondPersonNeeded: boolean;
  highest: TlpLevel | null;
  counts: { candidates: number; go: number; wait: number; stay: number };
  groups: { answer: "permit" | "wait" | "deny"; rows: DryRunGroup[] }[];
  /** binds the decision to what was seen: sent back with POST /api/releases */
  digest: string;
}
/** Objects of one type, label, rule and reason together; `examples` at most 20, with their exact bytes' digest. */
export interface DryRunGroup {
  type: string;
  title: string;
  count: number;
  label: TlpLevel | null;
  rule: string;
  code: string;
  values: Record<string, string | number>;
  examples: { id: string; title: string; digest: string }[];
}
/** POST /api/releases {ids, party, reason, digest} -> DecisionLine ; POST /api/releases/:id/approve {} ; GET /api/releases/:id -> DecisionLine & {dryRun: DryRun} */

/** GET /api/exchange : two books on one spine, newest first */
export interface Exchange {
  peer: PartyName;
  address: string;
  ceiling: TlpLevel;
  keyFingerprint: string;
  pairedAt: string;
  ours: LedgerSide;
  theirs: LedgerSide;
  public: LedgerSide;
  quarantine: { at: string; id: string; reason: string }[];
}
export interface LedgerSide extends LogState {
  origin: string;
  entries: LedgerLine[];
  checkpoint: string | null;
}
export interface LedgerLine {
  entry: number;
  time: string;
  kind: string;
  subject: string;
  decision: string;
  title: string | null;
  titles?: Texts;
  statement?: ObjectLine["statement"];
  objectId: string | null;
}
/** POST /api/exchange/verify -> {ours: {ok, entries, problems}, theirs: {...}} */

/** GET /api/texts ; GET /api/texts/:id */
export type JointTextState =
  | "draft"
  | "tabled"
  | "agreed"
  | "signed-by-us"
  | "signed-by-them"
  | "signed"
  | "publication-agreed"
  | "public";
export interface JointTextLine {
  id: string;
  symbol: string;
  title: Texts;
  state: JointTextState;
  label?: TlpLevel | null;
  standing: Standing;
}
export interface JointTextPage extends JointTextLine {
  session: { id: string; title: Texts | null };
  kind: string;
  languages: { language: string; status: "authentic" | "courtesy" }[];
  precedence: string;
  tabledBy: PartyName;
  label: TlpLevel | null;
  paragraphs: {
    paragraph: string;
    number: number;
    objectId: string;
    digest: string;
    texts: Texts;
    positions: Position[];
    agreed: boolean;
  }[];
  /** null until every paragraph is agreed; then the same at both nodes */
  manifest: { text: string; sha256: string } | null;
  sides: {
    party: PartyName;
    side: Side;
    accepted: string | null;
    signed: string | null;
    publish: { at: string; instant: string } | null;
  }[];
  instant: string | null;
  publishedAt: string | null;
  late: boolean;
  accordId: string | null;
  acts: { edit: Possible; table: Possible; accept: Possible; sign: Possible; publish: Possible };
  /** earliest instant that may be proposed now (60 s ahead when the first signs), or the one the other side has signed */
  earliestInstant: string;
  proposedInstant: string | null;
}
/** PUT /api/texts/:id/paragraphs/:paragraph {digest, texts}; POST /api/texts/:id/table | accept {digests: string[]} | sign {manifest: sha256} | publish {manifest, instant} -> JointTextPage */

/** GET /api/public : what the public sees from here */
export interface PublicRoom {
  rows: (ObjectLine & { releasedAt: string })[];
  subscribers: { confirmed: number; waiting: number };
  bulletins: { title: Texts; at: string; queued: number; delivered: number }[];
  ready: ObjectLine[];
}

/** GET /api/events : text/event-stream; `event: changed`, data {rooms: string[], ids: string[], from?: partyId}. Everything may be asked again. */
export interface Changed {
  rooms: string[];
  ids: string[];
  from?: string;
}

/** Every refusal: application/problem+json (RFC 9457). `code` from docs/errors.md, `remedy` what the person can do. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  remedy?: string;
  errors?: { path: string; message: string }[];
}

/** GET /api/search?q=&type=&side=&source=&label=&actor=&from=&to=&open=&cursor= ; open: one section whole, in pages */
export interface SearchAnswer {
  /** what the text was understood as, where it is an observable */
  understoodAs: { type: string; value: string } | null;
  total: SearchCount;
  /** one per type, those with the best hits first; with `open` that one alone */
  sections: SearchSection[];
  facets: Record<SearchFacet, SearchFacetValue[]>;
  /** the highest label of what is shown */
  label: TlpLevel | null;
  tookMs: number;
}
/** `more`: there are more than are counted */
export interface SearchCount {
  count: number;
  more: boolean;
}
export interface SearchSection {
  type: string;
  total: SearchCount;
  hits: SearchHit[];
  /** for the next page; null at the end */
  cursor: string | null;
}
export interface SearchHit extends ObjectLine {
  /** why it was found: by what, and the words of it that say so */
  by: {
    kind:
      | "id"
      | "value"
      | "number"
      | "name"
      | "alias"
      | "around"
      | "within"
      | "subdomain"
      | "words"
      | "rest"
      | "filter";
    text?: string;
  };
  /** whose name for it an alias is: the short name of a party, or a source */
  from: string;
  /** of a relationship: what it connects */
  connects?: { from: string; to: string };
}
export type SearchFacet = "type" | "side" | "source" | "label" | "actor" | "time";
/** `value` as a filter takes it; `more`: counted among the newest 10,000 hits only. time: a year */
export interface SearchFacetValue extends SearchCount {
  value: string;
  name?: string;
}
/** GET /api/search/export?…&format=csv|stix -> a file with every hit (at most 10,000), its filter written into it */
