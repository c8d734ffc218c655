import type { Objects } from "#objects";

const AT_ONCE = 500;
const THREATS = ["intrusion-set", "malware", "threat-actor", "campaign", "tool"];

/**
 * What each indicator indicates, by name: what its relationships say; where it has none, as with what an ally released
 * in a report, the groups and malware that a report names beside it.
 */
export async function indicatedNames(db: Objects, indicators: readonly string[]): Promise<Map<string, string[]>> {
  const related = await inSlices(indicators, (ids) => relatedNames(db, ids));
  const rest = indicators.filter((id) => !related.has(id));
  const reported = await inSlices(rest, (ids) => reportedNames(db, ids));
  return new Map([...related, ...reported]);
}

type Named = { readonly indicator: string; readonly name: string };

async function inSlices(ids: readonly string[], ask: (ids: readonly string[]) => Promise<Named[]>) {
  const names = new Map<string, string[]>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    for (const { indicator, name } of await ask(ids.slice(at, at + AT_ONCE))) {
      const known = names.get(indicator);
      if (!known) names.set(indicator, [name]);
      else if (!known.includes(name)) known.push(name);
    }
  }
  return names;
}

function relatedNames(db: Objects, ids: readonly string[]): Promise<Named[]> {
  return db
    .selectFrom("object_references as source")
    .innerJoin("versions as said", "said.version_id", "source.version_id")
    .innerJoin("heads as relation", (join) =>
      join.onRef("relation.id", "=", "said.id").onRef("relation.version_id", "=", "said.version_id"),
    )
    .innerJoin("object_references as target", "target.version_id", "source.version_id")
    .innerJoin("heads as about", "about.id", "target.target")
    .innerJoin("versions as named", "named.version_id", "about.version_id")
    .select(["source.target as indicator", "named.title as name"])
    .where("source.target", "in", ids)
    .where("source.path", "=", "$.source_ref")
    .where("target.path", "=", "$.target_ref")
    .where("said.type", "=", "relationship")
    .where("said.title", "=", "indicates")
    .execute();
}

function reportedNames(db: Objects, ids: readonly string[]): Promise<Named[]> {
  return db
    .selectFrom("object_references as member")
    .innerJoin("versions as told", "told.version_id", "member.version_id")
    .innerJoin("heads as report", (join) =>
      join.onRef("report.id", "=", "told.id").onRef("report.version_id", "=", "told.version_id"),
    )
    .innerJoin("object_references as beside", "beside.version_id", "member.version_id")
    .innerJoin("heads as about", "about.id", "beside.target")
    .innerJoin("versions as named", "named.version_id", "about.version_id")
    .select(["member.target as indicator", "named.title as name"])
    .distinct()
    .where("member.target", "in", ids)
    .where("told.type", "=", "report")
    .where("named.type", "in", THREATS)
    .execute();
}
