import { isHigher, TLP_LEVELS, type TlpLevel } from "@entente/stix";

/** A collection goes up to a level: it holds what was admitted at or under it. */
export type HoldingsCollection = { readonly level: TlpLevel; readonly id: string; readonly alias: string };

/** The same ids at every node, so that a tool's configuration outlives a move. */
const IDS: Readonly<Record<TlpLevel, string>> = {
  clear: "0a6a1f5e-2f0b-4f0e-9d62-54f0b6d5c1a1",
  green: "5b1c7a0d-6f6d-4d0a-8a35-0d8f2c9be2b2",
  amber: "7d3e92c4-18a5-4c8b-b2f7-6e1f4a7cd3c3",
  "amber+strict": "92f4b8d6-3c7e-4a19-a6d8-81b2c5e9f4d4",
  red: "c8e5d0f7-4b92-4f3a-9be1-a7d3f6120ee5",
};

export const HOLDINGS: readonly HoldingsCollection[] = TLP_LEVELS.map((level) => ({
  level,
  id: IDS[level],
  alias: `holdings-${level.replace("+", "-")}`,
}));

export const holdsUpTo = (collection: TlpLevel, level: TlpLevel): boolean => !isHigher(level, collection);

/** What a token may do with one collection; any combination. */
export type Rights = { readonly read: boolean; readonly write: boolean; readonly delete: boolean };

/** A tool that has shown its token. */
export type Tool = {
  readonly name: string;
  /** Under which origin and label it writes; null for one that only reads or deletes. */
  readonly writesAs: { readonly source: string; readonly label: TlpLevel } | null;
  readonly rights: ReadonlyMap<TlpLevel, Rights>;
};
