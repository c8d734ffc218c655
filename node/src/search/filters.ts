import { type RawBuilder, sql } from "kysely";
import { EntenteError } from "#kernel/errors";
import { peerOf } from "#objects";
import type { Side } from "../http/api.ts";

/** Values of one property, of which one must hold, or of which none may. */
export type Choice = { readonly is: readonly string[]; readonly isNot: readonly string[] };
export type Filters = {
  readonly type: Choice;
  readonly side: Choice;
  /** `own`, `source:NAME` or `peer:ID` */
  readonly source: Choice;
  /** A TLP level, or `none`. */
  readonly label: Choice;
  /** Groups and actors, by id. */
  readonly actor: Choice;
  /** Microseconds: from, included, and to, excluded. */
  readonly from: number | null;
  readonly to: number | null;
};

export type FilterInput = Partial<
  Record<"type" | "side" | "source" | "label" | "actor" | "from" | "to", string | undefined>
>;

const MOST_VALUES = 50;
const DAY_MS = 86_400_000;

/**
 * Reads filters as an address holds them: values separated by commas, each with a `-` before it if it must not hold;
 * `from` and `to` as days (included), or `30d` for the last thirty. @throws EntenteError "input-invalid"
 */
export function readFilters(input: FilterInput, nowMs: number): Filters {
  return {
    type: choiceOf("type", input.type),
    side: choiceOf("side", input.side),
    source: choiceOf("source", input.source),
    label: choiceOf("label", input.label),
    actor: choiceOf("actor", input.actor),
    from: input.from ? startOf("from", input.from, nowMs) * 1000 : null,
    to: input.to ? (startOf("to", input.to, nowMs) + DAY_MS) * 1000 : null,
  };
}

function choiceOf(name: string, written = ""): Choice {
  const values = written.split(",").filter((value) => value !== "" && value !== "-");
  if (values.length > MOST_VALUES) throw invalid(name, `at most ${MOST_VALUES} values`);
  const isNot = values.filter((value) => value.startsWith("-")).map((value) => decoded(name, value.slice(1)));
  const is = values.filter((value) => !value.startsWith("-")).map((value) => decoded(name, value));
  return { is, isNot };
}

/** A comma within a value is written `%2C` within the parameter. */
function decoded(name: string, value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw invalid(name, "a stray % is not a value");
  }
}

function startOf(name: string, written: string, nowMs: number): number {
  const [, days] = /^(\d{1,5})d$/.exec(written) ?? [];
  if (days !== undefined) return nowMs - Number(days) * DAY_MS;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(day)) throw invalid(name, "give a day such as 2026-01-31, or 30d for the last thirty days");
  return day;
}

function invalid(name: string, why: string): EntenteError {
  return new EntenteError({ code: "input-invalid", message: `${name}: ${why}.`, remedy: "Correct the filter." });
}

/** What a row of `searchable` says in the index of words: filters by it need no row. Coded, since tokens are words. */
export function facetTokens(row: { type: string; origin: string; label: string; year: string }): string[] {
  const { type, origin, label, year } = row;
  return [
    token("type", type),
    token("side", sideOf(origin)),
    token("source", origin),
    token("label", label),
    token("year", year),
  ];
}

export const sideOf = (origin: string): Side => (peerOf(origin) ? "theirs" : "ours");

function token(facet: string, value: string): string {
  return facet + Buffer.from(value).toString("hex");
}

const INDEXED = ["type", "side", "source", "label"] as const;

/** The filters as questions to the index of words: of each list one token, or none; empty where it knows none of them. */
export function filterTokens(filters: Filters): { readonly and: string[][]; readonly not: string[][] } {
  const and: string[][] = [];
  const not: string[][] = [];
  for (const facet of INDEXED) {
    const { is, isNot } = filters[facet];
    if (is.length > 0) and.push(is.map((value) => token(facet, value)));
    if (isNot.length > 0) not.push(isNot.map((value) => token(facet, value)));
  }
  const years = yearsOf(filters);
  if (years.length > 0) and.push(years.map((year) => token("year", year)));
  return { and, not };
}

export const yearOf = (micros: number): string => String(new Date(micros / 1000).getUTCFullYear());

/** Then the years alone decide, and they stand in the index. */
const isNewYear = (micros: number): boolean => micros === Date.UTC(Number(yearOf(micros)), 0) * 1000;

const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

/** The years that the filters touch: the rows of others need not be read. */
function yearsOf({ from, to }: Filters): string[] {
  if (from === null && to === null) return [];
  const first = from === null ? FIRST_YEAR : Number(yearOf(from));
  const last = to === null ? LAST_YEAR : Number(yearOf(to - 1));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index));
}

/** Every row has a side: what stands for everything. */
export const EVERYTHING = [token("side", "ours"), token("side", "theirs")];

type Condition = RawBuilder<unknown>;

/** The filters that the index of words does not know, over `searchable s`. */
export function rowConditions({ actor, from, to }: Filters): Condition[] {
  return [
    ...(actor.is.length > 0
      ? [sql`s.id in (select object from search_actors where actor in (${sql.join(actor.is)}))`]
      : []),
    ...(actor.isNot.length > 0
      ? [sql`s.id not in (select object from search_actors where actor in (${sql.join(actor.isNot)}))`]
      : []),
    ...(from === null || isNewYear(from) ? [] : [sql`s.at >= ${from}`]),
    ...(to === null || isNewYear(to) ? [] : [sql`s.at < ${to}`]),
  ];
}

/** All filters over `searchable s`. */
export function allConditions(filters: Filters): Condition[] {
  const years = yearsOf(filters);
  const conditions = [...rowConditions(filters), ...(years.length > 0 ? [sql`s.year in (${sql.join(years)})`] : [])];
  for (const [column, { is, isNot }] of [
    [sql`s.type`, filters.type],
    [sql`s.origin`, filters.source],
    [sql`s.label`, filters.label],
    [sql`case when s.origin like 'peer:%' then 'theirs' else 'ours' end`, filters.side],
  ] as const) {
    if (is.length > 0) conditions.push(sql`${column} in (${sql.join(is)})`);
    if (isNot.length > 0) conditions.push(sql`${column} not in (${sql.join(isNot)})`);
  }
  return conditions;
}
