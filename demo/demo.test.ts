import assert from "node:assert/strict";
import test from "node:test";
import {
  classifyMarking,
  identifiersInRunningText,
  type JsonObject,
  objectsOfBundle,
  PROJECT_IDS,
  parseJson,
  referencesOf,
  TLP_MARKING,
  TLP_MARKING_IDS,
  validateObject,
} from "@entente/stix";
import { SUGGESTED_CONCLUSION, SUGGESTED_DISPOSITION } from "./conclusion.ts";
import { JOINT_TEXT, PARAGRAPHS } from "./joint-text.ts";
import { LISTS, valueLines } from "./lists.ts";
import { groundworkOfKorea, objectsOfUnitedStates, statementsOfKorea } from "./mechanism/index.ts";
import { KOREA, UNITED_STATES } from "./parties.ts";
import { GROUPS, KONNI, referenceSetBundle } from "./reference-set.ts";
import { kimsukyReport, konniReport, nationalReport } from "./reports.ts";

const at = "2026-01-01T00:00:00.000Z";
const byKorea = { author: KOREA.id, at };
const byUnitedStates = { author: UNITED_STATES.id, at };

const referenceSet = objectsOfBundle(referenceSetBundle()).map(({ bytes }) => parseJson(bytes) as JsonObject);
const memberIds = referenceSet.map(({ id }) => String(id));
const written = [
  ...groundworkOfKorea(byKorea),
  ...objectsOfUnitedStates(byUnitedStates),
  ...statementsOfKorea(byKorea),
];

test("the reference set holds the eight groups, their 205 techniques and KONNI, and not Higaisa", () => {
  const groups = referenceSet.filter(({ type }) => type === "intrusion-set");
  assert.deepEqual(
    groups.map(({ id }) => id).sort(),
    Object.values(GROUPS)
      .map(({ id }) => id as string)
      .sort(),
  );
  assert.deepEqual(
    groups.map(({ name }) => name).sort(),
    Object.values(GROUPS)
      .map(({ name }) => name as string)
      .sort(),
  );
  assert.equal(referenceSet.find(({ id }) => id === KONNI.id)?.name, "KONNI");
  const usersOf = new Map<string, Set<string>>();
  for (const { relationship_type, source_ref, target_ref } of referenceSet) {
    const [source, target] = [String(source_ref), String(target_ref)];
    if (relationship_type !== "uses" || !source.startsWith("intrusion-set") || !target.startsWith("attack-pattern"))
      continue;
    usersOf.set(target, (usersOf.get(target) ?? new Set()).add(source));
  }
  assert.equal(usersOf.size, 205);
  assert.equal([...usersOf.values()].filter((users) => users.size >= 3).length, 49);
});

test("the reference set is closed under references, and one member fewer would be missed", () => {
  assert.equal(new Set(memberIds).size, memberIds.length);
  assert.deepEqual(outsiders(referenceSet), []);
  assert.notDeepEqual(outsiders(referenceSet.filter(({ id }) => id !== GROUPS.kimsuky.id)), []);
});

test("every object of the demonstration is valid and known in whole", () => {
  const indicators = [
    "indicator--0b9d2f6e-5a55-4b7e-9d0f-0c4f0b7f4a01",
    "indicator--0b9d2f6e-5a55-4b7e-9d0f-0c4f0b7f4a02",
  ];
  const reports = [
    konniReport(indicators, byKorea),
    kimsukyReport(indicators, byKorea),
    ...nationalReport("KOR", byKorea),
  ];
  for (const object of [...referenceSet, ...written, ...reports]) {
    const result = validateObject(object);
    assert.ok(result.ok, JSON.stringify(result));
    assert.deepEqual([result.object.id, result.unknown, result.warnings], [object.id, [], []]);
    assert.deepEqual(identifiersInRunningText(object), [], String(object.id));
  }
});

test("what a party writes refers only to the reference set and to what stands before it", () => {
  const parties = [KOREA.id, UNITED_STATES.id];
  const ids = written.map(({ id }) => String(id));
  assert.equal(new Set(ids).size, ids.length);
  const groundwork = groundworkOfKorea(byKorea);
  assert.deepEqual(outsiders(groundwork, parties), []);
  const afterwards = [...groundwork, ...objectsOfUnitedStates(byUnitedStates)];
  assert.deepEqual(outsiders(afterwards, [...parties, ...memberIds]), []);
  assert.deepEqual(outsiders(written, [...parties, ...memberIds]), []);
  assert.notDeepEqual(outsiders([...groundwork, ...statementsOfKorea(byKorea)], [...parties, ...memberIds]), []);
});

test("every fact is TLP:CLEAR and names its source; a thread has members on both sides", () => {
  for (const object of written) {
    assert.deepEqual(object.object_marking_refs, [TLP_MARKING.clear], String(object.id));
    assert.ok(object.source, `${object.id} has no source`);
  }
  for (const { id } of written.filter(({ type }) => type === "entente-thread")) {
    const members = written.filter(({ thread_refs }) => (thread_refs as string[] | undefined)?.includes(String(id)));
    assert.deepEqual(
      new Set(members.map(({ created_by_ref }) => created_by_ref)),
      new Set([KOREA.id, UNITED_STATES.id]),
    );
  }
});

test("every text is there in English, French and Korean, and no two of them are the same", () => {
  const said = [...written, KOREA, UNITED_STATES, SUGGESTED_CONCLUSION, SUGGESTED_DISPOSITION, JOINT_TEXT];
  assert.deepEqual(
    said.flatMap((value) => untranslated(value)),
    [],
  );
  assert.deepEqual(untranslated({ title: { en: "Threats", fr: "Menaces" } }), ["Threats"]);
  assert.deepEqual(untranslated([{ en: "Alliance", fr: "Alliance", ko: "동맹" }]), ["Alliance"]);
});

test("the national report is for Korea alone, and all that it brings is marked so", () => {
  const [marking, ...marked] = nationalReport(KOREA.nation, byKorea);
  assert.deepEqual(classifyMarking(marking as JsonObject), {
    kind: "releasability",
    releasableTo: ["KOR"],
    originatorConsent: false,
  });
  assert.equal(marked.length, 3);
  for (const object of marked) assert.deepEqual(object.object_marking_refs, [TLP_MARKING.red, marking?.id]);
});

test("the draft communiqué is canonical in both languages, numbered, and says that it is invented", () => {
  assert.equal(new Set(PARAGRAPHS.map(({ paragraph }) => paragraph)).size, PARAGRAPHS.length);
  for (const [index, { texts }] of PARAGRAPHS.entries()) {
    for (const text of Object.values(texts)) {
      assert.ok(isCanonical(text), text);
      if (index > 0) assert.ok(text.startsWith(`${index}. `), text);
    }
  }
  assert.match(PARAGRAPHS[0]?.texts.en ?? "", /invented/);
  assert.match(PARAGRAPHS[0]?.texts.ko ?? "", /지어낸/);
  for (const text of ["한국".normalize("NFD"), "a ", "a\u200bb", "a\u202eb", "a\tb"]) assert.ok(!isCanonical(text));
});

test("the lists hold 34,604 values, under their own copyright notice", () => {
  const lists = Object.values(LISTS);
  assert.deepEqual(
    lists.map((list) => valueLines(list).length),
    lists.map(({ values }) => values),
  );
  assert.equal(
    lists.reduce((sum, { values }) => sum + values, 0),
    34_604,
  );
  for (const { about } of lists) assert.ok(memberIds.includes(about));
  assert.equal(new Set(valueLines(LISTS.konni)).size, 387);
});

/** The references of objects that lead neither to one of them, nor to the ids given, nor to what every node knows. */
function outsiders(objects: readonly JsonObject[], known: readonly string[] = []): string[] {
  const ids = new Set([...objects.map(({ id }) => String(id)), ...known, ...TLP_MARKING_IDS, ...PROJECT_IDS]);
  return objects.flatMap((object) =>
    referencesOf(object).flatMap(({ path, id }) => (ids.has(id) ? [] : [`${object.id} ${path} ${id}`])),
  );
}

/** The English of each text, at any depth, that lacks a language or repeats itself in another. */
function untranslated(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { en, fr, ko } = value as Record<string, unknown>;
  if (typeof en !== "string") return Object.values(value).flatMap(untranslated);
  return fr && ko && new Set([en, fr, ko]).size === 3 ? [] : [en];
}

/** accord.md: NFC, one line, no trailing blanks, no control, bidirectional or zero-width character. */
function isCanonical(text: string): boolean {
  return text === text.normalize("NFC") && text === text.trim() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}
