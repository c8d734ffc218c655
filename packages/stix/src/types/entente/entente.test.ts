import assert from "node:assert/strict";
import test from "node:test";
import type { JsonObject } from "../../json.ts";
import { validateObject } from "../../validate.ts";
import {
  ENTENTE_TYPES,
  type EntenteType,
  ententeExtensions,
  extensionDefinitions,
  PROJECT_IDENTITY,
  PROJECT_IDS,
} from "./definitions.ts";

const UUID = "11111111-1111-4111-8111-111111111111";
const DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const at = "2024-01-01T00:00:00.000Z";
const paper = { title: { en: "Strategy", fr: "Stratégie", ko: "전략" }, year: 2019, region: "asia-pacific" };
const session_ref = `entente-session--${UUID}`;
const files = [{ name: "manifest.txt", sha256: DIGEST, data: "AAEC" }];

/** A complete object of each type, and a change that must be refused, with the place of the fault. */
const EXAMPLES: Record<EntenteType, [JsonObject, JsonObject, string]> = {
  "entente-body": [{ names: { en: "Alliance" }, kind: "alliance", founded: "1953" }, { founded: "53" }, "$.founded"],
  "entente-session": [
    {
      body_ref: `entente-body--${UUID}`,
      number: 8,
      form: "in-person",
      place: { en: "Seoul", ko: "서울" },
      start: "2023-05-08",
      stop: "2023-05-09",
      agenda: [{ number: "1", item_ref: `entente-agenda-item--${UUID}` }],
    },
    { stop: "2023-05-07" },
    "$.stop",
  ],
  "entente-agenda-item": [{ session_ref, title: { en: "Threats" } }, { title: {} }, "$.title"],
  "entente-paper": [{ ...paper, session_ref, symbol: "CCWG-8/WP/3" }, { title: "Strategy" }, "$.title"],
  "entente-strategy": [{ ...paper, publisher: { en: "Ministry" } }, { year: "2019" }, "$.year"],
  "entente-exercise-record": [{ ...paper, start: "2023-05-08" }, { start: "8 May" }, "$.start"],
  "entente-news": [{ ...paper, text: { en: "…" }, files: [`artifact--${UUID}`] }, { files: [] }, "$.files"],
  "entente-statement": [
    { about_ref: session_ref, field: "number", value: { en: "48th" }, source: { publisher: "A", date: "2023" } },
    { about_ref: "session" },
    "$.about_ref",
  ],
  "entente-outcome": [
    { session_ref, item_ref: `entente-agenda-item--${UUID}`, kind: "conclusion", text: { en: "…" }, verb: 3 },
    { verb: 7 },
    "$.verb",
  ],
  "entente-carry-up": [
    { outcome_refs: [`entente-outcome--${UUID}`], to_body_ref: `entente-body--${UUID}` },
    { outcome_refs: [] },
    "$.outcome_refs",
  ],
  "entente-disposition": [
    { carry_up_ref: `entente-carry-up--${UUID}`, session_ref, answer: "endorsed", text: { en: "…" } },
    { answer: "ignored" },
    "$.answer",
  ],
  "entente-thread": [{ title: { en: "Thread" } }, { title: { "not a tag": "x" } }, "$.title"],
  "entente-joint-text": [
    {
      session_ref,
      symbol: "CCWG-8/JS/1",
      kind: "joint-communique",
      languages: [
        { language: "ko", status: "authentic" },
        { language: "en", status: "authentic" },
      ],
      precedence: "host-first",
      title: { en: "Joint communiqué", ko: "공동성명" },
      paragraphs: [UUID],
    },
    { paragraphs: [UUID, UUID] },
    "$.paragraphs",
  ],
  "entente-paragraph": [
    { joint_text_ref: `entente-joint-text--${UUID}`, paragraph: UUID, texts: { en: "…", ko: "…" }, replaces: DIGEST },
    { replaces: DIGEST.toUpperCase() },
    "$.replaces",
  ],
  "entente-act": [
    { act: "sign", subject_ref: session_ref, subject_digest: DIGEST, signature: "— kor.example AAEC" },
    { signature: "— kor.example AAEC\n— usa.example AAEC" },
    "$.signature",
  ],
  "entente-accord": [
    {
      symbol: "CCWG-8/JS/1",
      kind: "joint-communique",
      title: { en: "Joint communiqué" },
      session_ref,
      party_refs: [`identity--${UUID}`, "identity--22222222-2222-4222-8222-222222222222"],
      manifest_digest: DIGEST,
      published: at,
      files,
    },
    { files: [{ ...files[0], name: "../manifest.txt" }] },
    "$.files[0].name",
  ],
};

const object = (type: EntenteType, more: JsonObject): JsonObject => ({
  type,
  spec_version: "2.1",
  id: `${type}--${UUID}`,
  created: at,
  modified: at,
  created_by_ref: `identity--${UUID}`,
  thread_refs: [`entente-thread--${UUID}`],
  extensions: ententeExtensions(type),
  ...more,
});

test("each type of ours: a complete object is known in whole, a wrong one is refused where it is wrong", () => {
  assert.deepEqual(Object.keys(EXAMPLES).sort(), [...ENTENTE_TYPES].sort());
  for (const type of ENTENTE_TYPES) {
    const [example, change, place] = EXAMPLES[type];
    const good = validateObject(object(type, example));
    assert.ok(good.ok, JSON.stringify(good));
    assert.deepEqual([good.unknown, good.warnings], [[], []]);
    const bad = validateObject(object(type, { ...example, ...change }));
    assert.ok(!bad.ok, `${type} accepted ${JSON.stringify(change)}`);
    assert.ok(
      bad.errors.some(({ path }) => path.startsWith(place)),
      `${type}: ${bad.errors.map(String)}`,
    );
  }
});

test("a property that a type of ours does not have is unknown", () => {
  const [example] = EXAMPLES["entente-thread"];
  const result = validateObject(object("entente-thread", { ...example, overlay: "red line" }));
  assert.deepEqual(result.ok && result.unknown, ["$.overlay"]);
});

test("a type of ours names its own definition, not another's", () => {
  const [example] = EXAMPLES["entente-thread"];
  for (const extensions of [{}, ententeExtensions("entente-news")]) {
    const result = validateObject(object("entente-thread", { ...example, extensions }));
    assert.deepEqual(!result.ok && result.errors.map(({ rule }) => rule), ["new-sdo"]);
  }
});

test("the project's identity and definitions are valid, fixed and known in whole", () => {
  const fixed = [PROJECT_IDENTITY, ...extensionDefinitions()];
  assert.deepEqual(
    fixed.map(({ id }) => id),
    PROJECT_IDS,
  );
  assert.equal(new Set(PROJECT_IDS).size, fixed.length);
  for (const definition of fixed) {
    const result = validateObject(definition);
    assert.ok(result.ok, JSON.stringify(result));
    assert.deepEqual([result.unknown, result.warnings], [[], []]);
  }
});
