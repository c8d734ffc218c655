import assert from "node:assert/strict";
import { test } from "node:test";
import { fromPeer, OWN } from "#objects";
import { nameReferenceSet } from "#release";
import { objectsOfUnitedStates, statementsOfKorea } from "../../../demo/mechanism/index.ts";
import { KOREA, UNITED_STATES } from "../../../demo/parties.ts";
import { GROUPS, KONNI } from "../../../demo/reference-set.ts";
import { groupPage } from "./group-page.ts";
import { threatGroups } from "./groups.ts";
import { ALLY, type TestNode, withNode } from "./test/test-node.ts";

const at = "2026-01-01T00:00:00.000Z";

async function prepared(node: TestNode): Promise<void> {
  await node.importReferenceSet();
  const set = { source: "mitre-attack", publisher: "MITRE", name: "North Korean groups", version: "18.1" };
  await node.database.write(nameReferenceSet, set);
  const isAttribution = ({ field }: { field?: unknown }) => field === "attribution";
  for (const statement of statementsOfKorea({ author: KOREA.id, at }).filter(isAttribution))
    await node.admit(OWN, statement);
  for (const statement of objectsOfUnitedStates({ author: UNITED_STATES.id, at }).filter(isAttribution)) {
    await node.admit(fromPeer(ALLY), statement);
  }
}

test("the eight groups with their techniques, what each side holds and who attributes them", () =>
  withNode(async (node) => {
    await prepared(node);
    await node.importList("konni");
    await node.importFile({
      name: "kimsuky.txt",
      bytes: Buffer.from("one.example\ntwo.example\none.example\n"),
      about: GROUPS.kimsuky.id,
    });
    const { groups, distinctTechniques, referenceSet } = await threatGroups(node.database.objects);
    assert.equal(distinctTechniques, 205);
    assert.deepEqual([referenceSet?.count, referenceSet?.agreed], [1773, false]);
    assert.deepEqual(
      groups.map(({ name, type }) => [name, type]),
      [
        ...[
          "Andariel",
          "AppleJeus",
          "APT37",
          "APT38",
          "Contagious Interview",
          "Kimsuky",
          "Lazarus Group",
          "Moonstone Sleet",
        ].map((name) => [name, "intrusion-set"]),
        ["KONNI", "malware"],
      ],
    );
    const line = (id: string) => groups.find((group) => group.id === id);
    assert.deepEqual(line(KONNI.id)?.indicators, { ours: 398, theirs: 0 });
    assert.deepEqual(line(KONNI.id)?.attribution, { ours: true, theirs: false });
    assert.deepEqual(line(GROUPS.kimsuky.id)?.indicators, { ours: 3, theirs: 0 });
    assert.deepEqual(line(GROUPS.kimsuky.id)?.attribution, { ours: true, theirs: true });
    assert.deepEqual(line(GROUPS.andariel.id)?.attribution, { ours: false, theirs: true });
    assert.equal(line(GROUPS.kimsuky.id)?.attackId, "G0094");
    assert.ok(!line(GROUPS.apt38.id)?.aliases.includes("APT38"));
  }));

test("what an ally released in a report counts for what the report names, once, and for nothing else", () =>
  withNode(async (node) => {
    await prepared(node);
    const indicator = (n: number) => ({
      type: "indicator",
      spec_version: "2.1",
      id: `indicator--00000000-0000-4000-8000-00000000000${n}`,
      created: at,
      modified: at,
      pattern: `[domain-name:value = 'n${n}.example']`,
      pattern_type: "stix",
      valid_from: at,
    });
    for (const n of [1, 2, 3]) await node.admit(fromPeer(ALLY), indicator(n), "clear");
    const report = (n: number, refs: string[]) => ({
      type: "report",
      spec_version: "2.1",
      id: `report--00000000-0000-4000-8000-00000000000${n}`,
      created: at,
      modified: at,
      published: at,
      name: `Report ${n}`,
      object_refs: refs,
    });
    await node.admit(fromPeer(ALLY), report(1, [KONNI.id, indicator(1).id, indicator(2).id]), "green");
    await node.admit(fromPeer(ALLY), report(2, [KONNI.id, indicator(2).id]), "green");
    const { groups } = await threatGroups(node.database.objects);
    const counts = Object.fromEntries(groups.map(({ name, indicators }) => [name, indicators]));
    assert.deepEqual(counts.KONNI, { ours: 0, theirs: 2 });
    assert.deepEqual(counts.Kimsuky, { ours: 0, theirs: 0 });
    const names = { own: { id: KOREA.id, short: "KOR", name: "Korea" }, names: node.names };
    const page = await groupPage(node.database.objects, KONNI.id, names);
    assert.deepEqual(page.reports.map(({ title }) => title).sort(), ["Report 1", "Report 2"]);
  }));

test("a group's page has its tactics in the order of the matrix, and each side's statement as its own", () =>
  withNode(async (node) => {
    await prepared(node);
    const names = { own: { id: KOREA.id, short: "KOR", name: "Korea" }, names: node.names };
    const page = await groupPage(node.database.objects, GROUPS.kimsuky.id, names);
    const tactics = page.techniquesByTactic.map(({ tactic }) => tactic);
    assert.deepEqual(tactics.slice(0, 4), ["Reconnaissance", "Resource Development", "Initial Access", "Execution"]);
    assert.equal(
      new Set(page.techniquesByTactic.flatMap(({ techniques }) => techniques.map(({ id }) => id))).size,
      page.techniques,
    );
    assert.equal(page.softwareUsed.length, page.software);
    assert.deepEqual(page.statements.map(({ by, standing }) => [by.short, standing.kind]).sort(), [
      ["KOR", "national"],
      ["USA", "from"],
    ]);
    assert.match(page.statements[0]?.source.title ?? "", /G0094/);
    await assert.rejects(groupPage(node.database.objects, "intrusion-set--none", names), { code: "object-unknown" });
  }));
