import type { JsonObject } from "@entente/stix";
import { headsOf, highestLabel, type Objects, objectOf, type Version } from "#objects";
import { peerParties, referenceSets } from "#release";
import type { GroupLine, ThreatGroups } from "../http/api.ts";
import { attackIdOf } from "./attack-id.ts";
import { type Attribution, attributionsOf } from "./attributions.ts";
import { heldIndicators } from "./held-indicators.ts";
import { type Uses, usesOf } from "./uses.ts";

export type Threat = {
  readonly head: Version;
  readonly object: JsonObject;
  readonly uses: Uses;
  /** Itself and the malware that it uses: what an indicator or a report may name in its place. */
  readonly targets: readonly string[];
  readonly attributions: readonly Attribution[];
  readonly line: GroupLine;
};

/** The groups with what each side holds on them; the techniques of the malware among them are not the groups'. */
export async function threatGroups(db: Objects): Promise<ThreatGroups> {
  const threats = await threatsOf(db);
  const techniques = threats
    .filter(({ head }) => head.type === "intrusion-set")
    .flatMap(({ uses }) => uses.techniques.map(({ id }) => id));
  const shown = threats.flatMap(({ head, attributions }) => [head, ...attributions.map(({ version }) => version)]);
  return {
    label: await highestLabel(
      db,
      shown.map(({ id }) => id),
    ),
    referenceSet: await referenceSetOf(db),
    distinctTechniques: new Set(techniques).size,
    groups: threats.map(({ line }) => line),
  };
}

/**
 * The groups of the reference set, and whatever else a party attributes (KONNI is malware that none of them uses): by
 * statements and membership, never by what a text says. Groups first, by name.
 */
export async function threatsOf(db: Objects): Promise<Threat[]> {
  const attributions = await attributionsOf(db);
  const heads = await headsOf(db, [...new Set([...(await groupsOfReferenceSets(db)), ...attributions.keys()])]);
  const uses = await usesOf(
    db,
    heads.map(({ id }) => id),
  );
  const described = heads.map((head) => {
    const used = uses.get(head.id) ?? { techniques: [], software: [] };
    const malware = used.software.filter(({ type }) => type === "malware").map(({ id }) => id);
    const stated = attributions.get(head.id) ?? [];
    const object = objectOf<JsonObject>(head);
    return { head, object, uses: used, targets: [head.id, ...malware], attributions: stated };
  });
  const held = await heldIndicators(db, new Map(described.map(({ head, targets }) => [head.id, targets])));
  return described
    .map((threat) => ({ ...threat, line: lineOf(threat, held.get(threat.head.id)) }))
    .sort(
      (a, b) =>
        Number(a.head.type !== "intrusion-set") - Number(b.head.type !== "intrusion-set") ||
        a.line.name.localeCompare(b.line.name),
    );
}

function lineOf(
  { head, object, uses, attributions }: Omit<Threat, "line">,
  held: GroupLine["indicators"] | undefined,
): GroupLine {
  const aliases = [object.aliases, object.x_mitre_aliases].find(Array.isArray) ?? [];
  return {
    id: head.id,
    type: head.type,
    attackId: attackIdOf(object),
    name: head.title,
    aliases: aliases.map(String).filter((alias) => alias !== head.title),
    techniques: uses.techniques.length,
    software: uses.software.length,
    indicators: held ?? { ours: 0, theirs: 0 },
    attribution: {
      ours: attributions.some(({ side }) => side === "ours"),
      theirs: attributions.some(({ side }) => side === "theirs"),
    },
  };
}

async function groupsOfReferenceSets(db: Objects): Promise<string[]> {
  const rows = await db
    .selectFrom("reference_members")
    .innerJoin("heads", "heads.id", "reference_members.id")
    .select("heads.id")
    .distinct()
    .where("heads.type", "=", "intrusion-set")
    .execute();
  return rows.map(({ id }) => id);
}

async function referenceSetOf(db: Objects): Promise<ThreatGroups["referenceSet"]> {
  const [peer] = await peerParties(db);
  const [set] = await referenceSets(db, peer?.party ?? "");
  if (!set) return null;
  const { name, version, count, ours, theirs } = set;
  return { name, version, count, agreed: ours && theirs };
}
