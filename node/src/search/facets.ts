import { sql } from "kysely";
import { rowsOfNumbers } from "#database";
import { type Objects, OWN, peerOf, sourceOf } from "#objects";
import type { PartyName, SearchAnswer, SearchFacetValue } from "../http/api.ts";
import { sideOf } from "./filters.ts";
import type { Group, Hits } from "./hits.ts";

const MOST_VALUES = 30;

type Names = ReadonlyMap<string, PartyName>;

/** How many hits each value of each facet has, over the whole result: what is beyond 10,000 hits says "more". */
export async function facetsOf(
  db: Objects,
  { groups, counted, total: { more }, totals }: Hits,
  { names, own }: { names: Names; own: string },
): Promise<SearchAnswer["facets"]> {
  const counts = (of: (group: Group) => string, called?: (value: string) => string): SearchFacetValue[] => {
    const sums = new Map<string, number>();
    for (const group of groups) sums.set(of(group), (sums.get(of(group)) ?? 0) + (group.hits ?? 1));
    return [...sums]
      .map(([value, count]) => ({ value, count, more, ...(called ? { name: called(value) } : {}) }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
      .slice(0, MOST_VALUES);
  };
  return {
    type: [...totals].map(([value, total]) => ({ value, ...total })).sort((a, b) => b.count - a.count),
    side: counts(({ origin }) => sideOf(origin)),
    source: counts(
      ({ origin }) => origin,
      (origin) => originName(origin, names, own),
    ),
    label: counts(({ label }) => label),
    actor: (await actorCounts(db, counted)).map((value) => ({ ...value, more })),
    time: counts(({ year }) => year).sort((a, b) => b.value.localeCompare(a.value)),
  };
}

/** Who handed something in, as people name it. */
export function originName(origin: string, names: Names, own: string): string {
  return origin === OWN ? own : (names.get(peerOf(origin) ?? "")?.short ?? sourceOf(origin) ?? origin);
}

async function actorCounts(db: Objects, versionIds: readonly number[]) {
  const { rows } = await sql<{ value: string; count: number; name: string | null }>`
    with counted (actor, hits) as (
      select a.actor, count(distinct s.version_id)
      from ${rowsOfNumbers(db, versionIds)}
      cross join searchable s
      cross join search_actors a
      where s.version_id = one.value and a.object = s.id
      group by a.actor order by 2 desc limit ${MOST_VALUES}
    )
    select counted.actor as value, counted.hits as count, versions.title as name
    from counted
    left join heads on heads.id = counted.actor
    left join versions on versions.version_id = heads.version_id
    order by counted.hits desc, counted.actor`.execute(db);
  return rows.map(({ value, count, name }) => ({ value, count, name: name ?? value }));
}
