import { sql } from "kysely";
import type { Objects } from "#objects";

export type Held = { readonly ours: number; readonly theirs: number };
/** A threat, and what stands for it: itself, and the malware that it uses. */
export type Targets = ReadonlyMap<string, readonly string[]>;

/**
 * How many indicators each side holds on each threat: those that a relationship says indicate it or its malware, and
 * those that stand in a report beside it, for a report may come without its indicators' relationships. Each counts once.
 * On SQLite cross joins keep their order: from each threat by the index of targets, and to heads by type and version, which an
 * index holds too, so that tens of thousands of references need no row of versions.
 */
export async function heldIndicators(db: Objects, targets: Targets): Promise<Map<string, Held>> {
  const pairs = [...targets].flatMap(([threat, ids]) => ids.map((id) => sql`(${threat}, ${id})`));
  const held = new Map<string, Held>([...targets.keys()].map((threat) => [threat, { ours: 0, theirs: 0 }]));
  if (pairs.length === 0) return held;
  const { rows } = await sql<{ threat: string; theirs: number | boolean; indicators: number }>`
    with target (threat, id) as (values ${sql.join(pairs)}),
    held (threat, id) as (
      select target.threat, source.target
      from target
      cross join object_references about
      cross join heads relation
      cross join versions said
      cross join object_references source
      where about.target = target.id and about.path = '$.target_ref'
        and relation.type = 'relationship' and relation.version_id = about.version_id
        and said.version_id = relation.version_id and said.title = 'indicates'
        and source.version_id = about.version_id and source.path = '$.source_ref'
        and source.target like 'indicator--%'
      union
      select target.threat, member.target
      from target
      cross join object_references beside
      cross join heads report
      cross join object_references member
      where beside.target = target.id
        and report.type = 'report' and report.version_id = beside.version_id
        and member.version_id = report.version_id
        and member.target like 'indicator--%'
    )
    select held.threat, heads.origin like 'peer:%' as theirs, count(*) as indicators
    from held cross join heads
    where heads.id = held.id
    group by held.threat, heads.origin like 'peer:%'
  `.execute(db);
  for (const { threat, theirs, indicators } of rows) {
    const known = held.get(threat) ?? { ours: 0, theirs: 0 };
    held.set(threat, theirs ? { ...known, theirs: indicators } : { ...known, ours: indicators });
  }
  return held;
}
