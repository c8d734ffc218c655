import type { ObjectSlice } from "@entente/stix";

/** Who asks. `party` must be authenticated: cursors are bound to it. */
export type TaxiiContext = { readonly party: string };

/** One version of one object in one collection. */
export type Row = {
  /**
   * Ascending with `dateAddedMicros`, never reused. Counted per collection: it can be read out of a cursor, so a number
   * counted over several collections would tell a reader how much there is beyond his own.
   */
  readonly position: number;
  /** Microseconds since the epoch, unique in the collection: a reader that goes on after one never skips another. */
  readonly dateAddedMicros: number;
  readonly id: string;
  /** `modified`, or `created` of a definition, as the object spells it; absent for an observable (TAXII 3.4.1). */
  readonly version?: string | null;
  /** The object as stored: one JSON object in UTF-8. It goes out unchanged. */
  readonly bytes: Uint8Array;
};

/** A timestamp in microseconds is the version to match; that of an observable is its date added. */
export type VersionSelector = "first" | "last" | number;

/** What a page may hold; the parts apply together (TAXII 3.4.1). */
export type Match = {
  readonly ids?: readonly string[];
  readonly types?: readonly string[];
  /**
   * Any of these. "first" and "last" are an object's oldest and newest version in the whole collection: neither
   * `addedAfter` nor `after` nor the end of a page changes which one that is.
   */
  readonly versions: "all" | readonly VersionSelector[];
};

export type PageRequest = {
  /** Only rows added later than this, in microseconds since the epoch. */
  readonly addedAfter?: number;
  /** Only rows with a greater position than this. */
  readonly after?: number;
  /** At most this many rows. The filter comes first: a page that is not the last one is never empty. */
  readonly limit: number;
  readonly match: Match;
};

/** Rows by ascending position. `more`: others follow them. It may hold fewer than asked for and yet say `more`. */
export type Page = { readonly rows: readonly Row[]; readonly more: boolean };

/** What became of one posted object. A failure or pending one says why in `message`. */
export type PostedObject = {
  readonly outcome: "success" | "failure" | "pending";
  /** Absent where the object has none that can be read. */
  readonly id?: string;
  /** As in {@link Row}: `modified` or `created` as the object spells it; absent for an observable. */
  readonly version?: string | null;
  readonly message?: string;
};

/** What became of one POST, per object and in the order of its envelope (TAXII 4.3). */
export type PostStatus = {
  /** A UUID. */
  readonly id: string;
  /** When the request came, in microseconds since the epoch. */
  readonly requestMicros: number;
  readonly objects: readonly PostedObject[];
};

/** Which versions of one object to delete (TAXII 5.7): all of them unless told. */
export type DeleteRequest = { readonly id: string; readonly versions: Match["versions"] };

/** One collection as one caller sees it. */
export type Collection = {
  readonly id: string;
  readonly alias?: string;
  readonly title: string;
  readonly description?: string;
  readonly canRead: boolean;
  /** May add objects. */
  readonly canWrite: boolean;
  /** May delete objects; the same as `canWrite` unless told (TAXII knows no right of its own for it). */
  readonly canDelete?: boolean;
  readonly mediaTypes?: readonly string[];
  page(request: PageRequest): Promise<Page>;
  /**
   * Takes in each object by itself, so that a bad one costs nothing but itself; resolves when what it calls a success
   * is kept. Without it nobody can POST here. The bytes are a view into the request: copy what is kept.
   */
  add?(objects: readonly ObjectSlice[]): Promise<PostStatus>;
  /** Takes versions out of this collection. @returns whether there were any. Without it nobody can DELETE here. */
  delete?(request: DeleteRequest): Promise<boolean>;
};

/** A group of collections under one path (TAXII 4.2). */
export type ApiRoot<Context extends TaxiiContext> = {
  /** Begins and ends with "/", e.g. `/taxii2/public/`. */
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  /** The WWW-Authenticate header for callers that this root wants to sign in first. */
  readonly challenge?: string;
  /** Without it everyone is admitted. "unknown": as if the root did not exist. */
  admission?(context: Context): "admitted" | "unauthenticated" | "unknown";
  /** The collections of this caller; one without any right is the same as absent. */
  collections(context: Context): Promise<readonly Collection[]> | readonly Collection[];
  /** The status of what this very caller posted; undefined for every other id. */
  status?(context: Context, id: string): Promise<PostStatus | undefined>;
};
