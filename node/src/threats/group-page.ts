import type { JsonObject } from "@entente/stix";
import { EntenteError } from "#kernel/errors";
import { displayOf, headsOfType, highestLabel, type Objects, objectOf, peerOf, type Version } from "#objects";
import { objectLines, standingsOf } from "#release";
import { type Source, sourceView } from "#sessions";
import type { GroupPage, PartyName, StatementView, Texts } from "../http/api.ts";
import type { Attribution } from "./attributions.ts";
import { type Threat, threatsOf } from "./groups.ts";
import type { Used } from "./uses.ts";

const MOST_REPORTS = 200;

type Names = { readonly own: PartyName; readonly names: ReadonlyMap<string, PartyName> };

/** One group: what it uses, who attributes it, which reports are about it. @throws EntenteError "object-unknown" */
export async function groupPage(db: Objects, id: string, parties: Names): Promise<GroupPage> {
  const threat = (await threatsOf(db)).find(({ head }) => head.id === id);
  if (!threat) throw new EntenteError({ code: "object-unknown", message: "No group of this id is held here." });
  const { line, object, uses, attributions } = threat;
  const reports = await objectLines(db, await reportsOn(db, threat));
  const shown = [...uses.techniques, ...uses.software, ...reports, ...attributions.map(({ version }) => version)];
  return {
    ...line,
    label: await highestLabel(db, [line.id, ...shown.map((one) => one.id)]),
    description: displayOf(object.description) ?? "",
    techniquesByTactic: byTactic(uses.techniques, await tacticsOf(db)),
    softwareUsed: uses.software.map(({ id: software, attackId, name, type }) => ({
      id: software,
      attackId,
      name,
      type,
    })),
    statements: await statementViews(db, attributions, parties),
    reports,
  };
}

type Tactic = { readonly phase: string; readonly name: string };

/** The tactics in the order of the matrix: from the first look at a target to the harm that is done. */
async function tacticsOf(db: Objects): Promise<Tactic[]> {
  const objects = (await headsOfType(db, "x-mitre-tactic", "x-mitre-matrix")).map((head) => objectOf<JsonObject>(head));
  const order = objects.flatMap(({ tactic_refs }) => (Array.isArray(tactic_refs) ? tactic_refs.map(String) : []));
  const place = ({ id }: JsonObject) => order.indexOf(String(id)) + 1 || order.length + 1;
  return objects
    .filter(({ type }) => type === "x-mitre-tactic")
    .sort((a, b) => place(a) - place(b))
    .map(({ x_mitre_shortname, name }) => ({ phase: String(x_mitre_shortname), name: String(name) }));
}

function byTactic(techniques: readonly Used[], tactics: readonly Tactic[]): GroupPage["techniquesByTactic"] {
  const phases = new Map<string, GroupPage["techniquesByTactic"][number]["techniques"]>();
  for (const { id, attackId, name, object } of techniques) {
    const chain = Array.isArray(object.kill_chain_phases) ? (object.kill_chain_phases as JsonObject[]) : [];
    for (const phase of new Set(chain.map(({ phase_name }) => String(phase_name)))) {
      phases.set(phase, [...(phases.get(phase) ?? []), { id, attackId, name }]);
    }
  }
  const names = new Map(tactics.map(({ phase, name }) => [phase, name]));
  const ordered = [...tactics.map(({ phase }) => phase), ...[...phases.keys()].filter((phase) => !names.has(phase))];
  return ordered.flatMap((phase) => {
    const found = phases.get(phase);
    return found ? [{ tactic: names.get(phase) ?? phase, techniques: found }] : [];
  });
}

async function statementViews(
  db: Objects,
  attributions: readonly Attribution[],
  { own, names }: Names,
): Promise<StatementView[]> {
  const standings = await standingsOf(
    db,
    attributions.map(({ version }) => version),
  );
  return attributions.map(({ version, statement }) => {
    const peer = peerOf(version.origin);
    return {
      id: version.id,
      field: String(statement.field),
      value: statement.value as Texts,
      by: peer ? (names.get(peer) ?? { id: peer, short: peer, name: peer }) : own,
      standing: standings.get(version.id) ?? { kind: "national" },
      source: sourceView(statement.source as Source),
    };
  });
}

async function reportsOn(db: Objects, { targets }: Threat): Promise<Version[]> {
  return db
    .selectFrom("object_references")
    .innerJoin("versions", "versions.version_id", "object_references.version_id")
    .innerJoin("heads", (join) =>
      join.onRef("heads.id", "=", "versions.id").onRef("heads.version_id", "=", "versions.version_id"),
    )
    .selectAll("versions")
    .distinct()
    .where("object_references.target", "in", targets)
    .where("versions.type", "=", "report")
    .orderBy("versions.micros", "desc")
    .limit(MOST_REPORTS)
    .execute();
}
