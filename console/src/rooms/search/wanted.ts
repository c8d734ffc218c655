import type { SearchFacet } from "@entente/node/api";

/** A search as the address holds it, all of it: whoever gets the address sees the same. */
export interface Wanted {
  q?: string;
  type?: string;
  side?: string;
  source?: string;
  label?: string;
  actor?: string;
  from?: string;
  to?: string;
  /** The one section that is shown whole. */
  open?: string;
}

/** The facets that are filters by value; the time has a beginning and an end instead. */
export type Facet = Exclude<SearchFacet, "time">;
export const FACETS: Facet[] = ["type", "side", "source", "label", "actor"];

const PARTS = ["q", ...FACETS, "from", "to", "open"] as const;

/** Reads an address; what is no search is left out. Numbers are text here: somebody searches for 2023. */
export function readWanted(search: Record<string, unknown>): Wanted {
  const wanted: Wanted = {};
  for (const part of PARTS) {
    const value = search[part];
    if (typeof value === "string" || typeof value === "number") wanted[part] = String(value);
  }
  return wanted;
}

/** As the node takes it. */
export function queryOf(wanted: Wanted, more: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  for (const part of PARTS) if (wanted[part]) query.set(part, wanted[part]);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.toString();
}

export interface Choice {
  is: string[];
  isNot: string[];
}

/** Values are separated by commas; one that must not hold has a `-` before it. */
export function choiceOf(written = ""): Choice {
  const values = written.split(",").filter((value) => value !== "");
  return {
    is: values.filter((value) => !value.startsWith("-")).map(decode),
    isNot: values.filter((value) => value.startsWith("-")).map((value) => decode(value.slice(1))),
  };
}

function written({ is, isNot }: Choice): string {
  return [...is.map(encode), ...isNot.map((value) => `-${encode(value)}`)].join(",");
}

/** What would end or begin a value is written as its code, for the node reads codes too. */
const encode = (value: string): string => value.replaceAll("%", "%25").replaceAll(",", "%2C").replace(/^-/, "%2D");

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The search with another choice for a facet; an open section belongs to the search before. */
export function withChoice(wanted: Wanted, facet: Facet, choice: Choice): Wanted {
  const { open: _, [facet]: __, ...rest } = wanted;
  const value = written(choice);
  return value === "" ? rest : { ...rest, [facet]: value };
}

/** Takes a value in, or out again. */
export function toggled(wanted: Wanted, facet: Facet, value: string): Wanted {
  const { is, isNot } = choiceOf(wanted[facet]);
  const others = is.filter((one) => one !== value);
  return withChoice(wanted, facet, {
    is: others.length < is.length ? others : [...is, value],
    isNot: isNot.filter((one) => one !== value),
  });
}

/** Between two days, both included; `30d` means the last thirty. */
export function between(wanted: Wanted, from: string | undefined, to: string | undefined): Wanted {
  const { open: _, from: __, to: ___, ...rest } = wanted;
  return { ...rest, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}
