import { sql } from "kysely";
import type { Objects } from "#objects";

export type Held = { readonly ours: number; readonly theirs: number };
/** A threat, and what stands for it: itself, and the malware that it uses. */
export type Targets = ReadonlyMap<string, readonly string[]>;

/**
 * How many indicators each side holds on each threat: those that a relationship says indicate it or its malware, and
 * those that stand in a report beside it, for a report may come without its indicators' relationships. Each counts once.
 */
export async function heldIndicators(db: Objects, targets: Targets): Promise<Map<string, Held>> {
  const pairs = [...targets].flatMap(([threat, ids]) => ids.map((id) => sql`(${threat}, ${id})`));
  const held = new Map<string, Held>([...targets.keys()].map((threat) => [threat, { ours: 0, theirs: 0 }]));
  if (pairs.length === 0) return held;
  const { rows } = await sql<{ threat: string; theirs: number; indicators: number }>`
    with target (threat, id) as (values ${sql.join(pairs)}),
    held (threat, id) as (
      select target.threat, source.target
      from target
      join object_references about on about.target = target.id and about.path = '$.target_ref'
      join versions said on said.version_id = about.version_id
        and said.type = 'relationship' and said.title = 'indicates'
      join heads relation on relation.id = said.id and relation.version_id = said.version_id
      join object_references source on source.version_id = about.version_id and source.path = '$.source_ref'
      where source.target like 'indicator--%'
      union
      select target.threat, member.target
      from target
      join object_references beside on beside.target = target.id
      join versions told on told.version_id = beside.version_id and told.type = 'report'
      join heads report on report.id = told.id and report.version_id = told.version_id
      join object_references member on member.version_id = told.version_id
      where member.target like 'indicator--%'
    )
    select held.threat, heads.origin like 'peer:%' as theirs, count(*) as indicators
    from held join heads on heads.id = held.id
    group by held.threat, heads.origin like 'peer:%'
  `.execute(db);
  for (const { threat, theirs, indicators } of rows) {
    const known = held.get(threat) ?? { ours: 0, theirs: 0 };
    held.set(threat, theirs ? { ...known, theirs: indicators } : { ...known, ours: indicators });
  }
  return held;
}
