export type SearchRow = {
  version_id: number;
  id: string;
  type: string;
  origin: string;
  /** A TLP level, or "none". */
  label: string;
  year: string;
  /** Microseconds of `modified`; of what has none, of its admission. */
  at: number;
  /** How long its name is, and all that it says: what says little else is more about a word that it bears. */
  name_size: number;
  size: number;
};

/** By what a whole value names its object. */
export type ValueKind = "name" | "alias" | "number";

declare module "../database/tables.ts" {
  interface ObjectsTables {
    searchable: SearchRow;
    search_values: { value: string; kind: ValueKind; version_id: number };
    search_addresses: { first: Uint8Array; last: Uint8Array; version_id: number };
    search_actors: { actor: string; object: string; version_id: number };
    search_waiting: { version_id: number };
  }
}
