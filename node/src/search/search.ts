import { highestLabel, type Objects } from "#objects";
import type { SearchAnswer, SearchSection } from "../http/api.ts";
import { cursorAfter, placeOf } from "./cursor.ts";
import { facetsOf } from "./facets.ts";
import type { Filters } from "./filters.ts";
import { findHits, type Hits } from "./hits.ts";
import { readQuery } from "./query.ts";
import type { Place } from "./ranked-sections.ts";
import { type Naming, searchHits } from "./search-hits.ts";

export type Search = {
  readonly text: string;
  readonly filters: Filters;
  /** One type's section whole, in pages; absent: a few hits of every type. */
  readonly open?: string | undefined;
  readonly cursor?: string | undefined;
} & Naming;

const PER_SECTION = 5;
const PER_PAGE = 100;

/** Finds objects by what they say: exact values first, then words that name, then the rest, in sections by type. */
export async function search(db: Objects, { text, filters, open, cursor, ...naming }: Search): Promise<SearchAnswer> {
  const began = performance.now();
  const query = readQuery(text);
  const hits = await findHits(db, { query, filters });
  const after = cursor === undefined ? null : placeOf(cursor);
  const sections = open === undefined ? await firstsOf(hits) : [await pageOf(hits, open, after, PER_PAGE)];
  const shown = await searchHits(
    db,
    sections.flatMap(({ places }) => places),
    { query, exact: hits.exact, ...naming },
  );
  let at = 0;
  return {
    understoodAs: query.understoodAs,
    total: hits.total,
    sections: sections.map(({ places, ...section }) => {
      at += places.length;
      return { ...section, hits: shown.slice(at - places.length, at) };
    }),
    facets: await facetsOf(db, hits, naming),
    label: await highestLabel(
      db,
      shown.map(({ id }) => id),
    ),
    tookMs: Math.round((performance.now() - began) * 10) / 10,
  };
}

type Section = Omit<SearchSection, "hits"> & { readonly places: readonly Place[] };

async function firstsOf(hits: Hits): Promise<Section[]> {
  const sections: Section[] = [];
  for (const type of hits.totals.keys()) sections.push(await pageOf(hits, type, null, PER_SECTION));
  return sections.sort(bestFirst);
}

/** By the tier of the best hit; then what tells of many things before what says one, and few before many. */
function bestFirst(a: Section, b: Section): number {
  return (
    (a.places[0]?.tier ?? 3) - (b.places[0]?.tier ?? 3) ||
    Number(LAST.has(a.type)) - Number(LAST.has(b.type)) ||
    a.total.count - b.total.count ||
    a.type.localeCompare(b.type)
  );
}

/** They say how others are connected, or come in masses. */
const LAST = new Set(["relationship", "marking-definition", "extension-definition", "language-content"]);

async function pageOf(hits: Hits, type: string, after: Place | null, limit: number): Promise<Section> {
  const places = await hits.page(type, after, limit + 1);
  const last = places.length > limit ? places[limit - 1] : undefined;
  return {
    type,
    total: hits.totals.get(type) ?? { count: 0, more: false },
    places: places.slice(0, limit),
    cursor: last ? cursorAfter(last) : null,
  };
}
