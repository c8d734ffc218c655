// Derives the reference set from the whole of ATT&CK 18.1: node demo/build-reference-set.ts
// The bytes of each object stay as they are; members keep the order of the source, so that a second run makes the same file.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { type JsonObject, objectsOfBundle, parseJson, referencesOf, TLP_MARKING_IDS } from "@entente/stix";
import { GROUPS, KONNI, REFERENCE_SET } from "./reference-set.ts";

const SOURCE = new URL("../../shared/data/attack-enterprise-18.1.json.gz", import.meta.url);
const BUNDLE = "bundle--13ac0f88-472b-4e67-9cdb-7e3fb1648f07";

/** Types that are members as a whole: few objects that the others refer to or are shown by. */
const WHOLE_TYPES = ["identity", "marking-definition", "x-mitre-tactic", "x-mitre-matrix"];

type Stored = { readonly bytes: Uint8Array; readonly object: JsonObject };

const stored = objectsOfBundle(gunzipSync(readFileSync(SOURCE))).map(
  ({ bytes }): Stored => ({ bytes, object: parseJson(bytes) as JsonObject }),
);
const relationships = stored.map(({ object }) => object).filter(({ type }) => type === "relationship");

const groups = stored.map(({ object }) => object).filter((object) => isGroup(object));
const techniques = targetsOf("uses", groups.map(idOf), ["attack-pattern"]);
assert.equal(groups.length, 8);
assert.equal(techniques.length, 205);

const members = new Set<string>([
  ...groups.map(idOf),
  ...techniques,
  ...targetsOf("subtechnique-of", techniques, ["attack-pattern"]),
  ...targetsOf("uses", groups.map(idOf), ["malware", "tool"]),
  KONNI.id,
  ...stored
    .map(({ object }) => object)
    .filter(({ type }) => WHOLE_TYPES.includes(String(type)))
    .map(idOf),
]);
for (const relationship of relationships) {
  if (joinsMembers(relationship)) members.add(idOf(relationship));
}

const chosen = stored.filter(({ object }) => members.has(idOf(object)));
for (const { object } of chosen) {
  for (const { path, id } of referencesOf(object)) {
    assert.ok(members.has(id) || TLP_MARKING_IDS.includes(id), `${idOf(object)} refers to ${id} at ${path}`);
  }
}
writeFileSync(REFERENCE_SET.file, gzipSync(bundleOf(chosen), { level: 9 }));

function isGroup({ type, external_references }: JsonObject): boolean {
  if (type !== "intrusion-set") return false;
  const numbers: string[] = Object.values(GROUPS).map(({ number }) => number);
  return (external_references as { source_name: string; external_id?: string }[]).some(
    ({ source_name, external_id }) => source_name === "mitre-attack" && numbers.includes(external_id ?? ""),
  );
}

/** The distinct targets of a kind of relationship that begins at one of the sources. */
function targetsOf(kind: string, sources: readonly string[], types: readonly string[]): string[] {
  const from = new Set(sources);
  const targets = relationships
    .filter(({ relationship_type, source_ref }) => relationship_type === kind && from.has(String(source_ref)))
    .map(({ target_ref }) => String(target_ref))
    .filter((target) => types.includes(target.split("--")[0] ?? ""));
  return [...new Set(targets)];
}

function joinsMembers({ relationship_type, source_ref, target_ref }: JsonObject): boolean {
  const isKept = relationship_type === "uses" || relationship_type === "subtechnique-of";
  return isKept && members.has(String(source_ref)) && members.has(String(target_ref));
}

function idOf({ id }: JsonObject): string {
  return String(id);
}

function bundleOf(objects: readonly Stored[]): Buffer {
  const head = Buffer.from(`{"type":"bundle","id":"${BUNDLE}","objects":[\n`);
  const separated = objects.flatMap(({ bytes }, index) => (index === 0 ? [bytes] : [Buffer.from(",\n"), bytes]));
  return Buffer.concat([head, ...separated, Buffer.from("\n]}\n")]);
}
