import type { JsonObject } from "@entente/stix";
import { headsOf, type Objects, objectOf, type Version } from "#objects";
import { attackIdOf } from "./attack-id.ts";

export type Used = {
  readonly id: string;
  readonly type: string;
  readonly attackId: string;
  readonly name: string;
  readonly object: JsonObject;
};
export type Uses = { readonly techniques: readonly Used[]; readonly software: readonly Used[] };

const AT_ONCE = 500;
const SOFTWARE: ReadonlySet<string> = new Set(["malware", "tool"]);

/** What each of some threats uses, by relationships, each technique and program once, by ATT&CK's numbers. */
export async function usesOf(db: Objects, threats: readonly string[]): Promise<Map<string, Uses>> {
  const edges = await edgesFrom(db, threats);
  const used = new Map(
    (await headsOf(db, [...new Set(edges.map(({ to }) => to))])).map((head) => [head.id, usedOf(head)]),
  );
  return new Map(
    threats.map((threat) => {
      const ids = new Set(edges.filter(({ from }) => from === threat).map(({ to }) => to));
      const all = [...ids].flatMap((id) => used.get(id) ?? []).sort((a, b) => (a.attackId < b.attackId ? -1 : 1));
      return [
        threat,
        {
          techniques: all.filter(({ type }) => type === "attack-pattern"),
          software: all.filter(({ type }) => SOFTWARE.has(type)),
        },
      ];
    }),
  );
}

async function edgesFrom(db: Objects, threats: readonly string[]): Promise<{ from: string; to: string }[]> {
  const edges: { from: string; to: string }[] = [];
  for (let at = 0; at < threats.length; at += AT_ONCE) {
    const rows = await db
      .selectFrom("object_references as source")
      .innerJoin("versions", "versions.version_id", "source.version_id")
      .innerJoin("heads", (join) =>
        join.onRef("heads.id", "=", "versions.id").onRef("heads.version_id", "=", "versions.version_id"),
      )
      .innerJoin("object_references as target", "target.version_id", "source.version_id")
      .select(["source.target as from", "target.target as to"])
      .where("source.target", "in", threats.slice(at, at + AT_ONCE))
      .where("source.path", "=", "$.source_ref")
      .where("target.path", "=", "$.target_ref")
      .where("versions.type", "=", "relationship")
      .where("versions.title", "=", "uses")
      .execute();
    edges.push(...rows);
  }
  return edges;
}

function usedOf(head: Version): Used {
  const object = objectOf<JsonObject>(head);
  return { id: head.id, type: head.type, attackId: attackIdOf(object), name: head.title, object };
}
