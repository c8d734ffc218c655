import assert from "node:assert/strict";
import test from "node:test";
import type { JsonObject } from "./json.ts";
import {
  classifyMarking,
  isHigher,
  RELEASABILITY_DEFINITION,
  releasabilityExtension,
  TLP_LEVELS,
  TLP_MARKING,
  TLP_MARKING_IDS,
  tlpDefinition,
  tlpOf,
} from "./markings.ts";
import { validateObject } from "./validate.ts";

const marking = (more: JsonObject): JsonObject => ({
  type: "marking-definition",
  spec_version: "2.1",
  id: "marking-definition--33333333-3333-4333-8333-333333333333",
  created: "2024-01-01T00:00:00.000Z",
  ...more,
});

test("nine TLP markings, by id", () => {
  assert.equal(TLP_MARKING_IDS.length, 9);
  assert.equal(new Set(TLP_MARKING_IDS).size, 9);
  for (const level of TLP_LEVELS) assert.equal(tlpOf(TLP_MARKING[level]), level);
  assert.equal(tlpOf("marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"), "clear");
  assert.equal(tlpOf("marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc8"), undefined);
});

test("levels are ordered, and none is higher than itself", () => {
  for (const [a, low] of TLP_LEVELS.entries()) {
    for (const [b, high] of TLP_LEVELS.entries()) assert.equal(isHigher(high, low), b > a);
  }
});

test("the TLP 2.0 definitions are valid objects, known in whole", () => {
  for (const level of TLP_LEVELS) {
    const result = validateObject(tlpDefinition(level));
    assert.deepEqual(result.ok && result.unknown, []);
    assert.deepEqual(classifyMarking(tlpDefinition(level)), {
      kind: "tlp",
      level,
    });
  }
});

test("a name does not make a TLP marking", () => {
  const named = marking({
    name: "TLP:CLEAR",
    definition_type: "tlp",
    definition: { tlp: "white" },
  });
  assert.deepEqual(classifyMarking(named), {
    kind: "unmapped",
    reason: "unknown",
  });
});

test("a statement is one only when nothing stands beside it", () => {
  const statement = {
    definition_type: "statement",
    definition: { statement: "©" },
  };
  assert.deepEqual(classifyMarking(marking(statement)), { kind: "statement" });
  const more = {
    ...statement,
    extensions: {
      "extension-definition--44444444-4444-4444-8444-444444444444": {},
    },
  };
  assert.equal(classifyMarking(marking(more)).kind, "unmapped");
});

test("releasability is read whole or not at all", () => {
  const extensions = releasabilityExtension(["KOR", "identity--22222222-2222-4222-8222-222222222222"], true);
  assert.deepEqual(classifyMarking(marking({ extensions })), {
    kind: "releasability",
    releasableTo: ["KOR", "identity--22222222-2222-4222-8222-222222222222"],
    originatorConsent: true,
  });
  const result = validateObject(marking({ extensions }));
  assert.deepEqual(result.ok && result.unknown, []);
  const changes: JsonObject[] = [
    { surprise: 1 },
    { expires: "soon" },
    { releasable_to: ["Korea"] },
    { releasable_to: [] },
  ];
  for (const change of changes) {
    const changed = {
      [RELEASABILITY_DEFINITION]: {
        ...(extensions[RELEASABILITY_DEFINITION] as JsonObject),
        ...change,
      },
    };
    assert.equal(classifyMarking(marking({ extensions: changed })).kind, "unmapped", JSON.stringify(change));
  }
  assert.throws(() => releasabilityExtension(["kor"]), {
    code: "marking-invalid",
  });
  assert.throws(() => releasabilityExtension([]), { code: "marking-invalid" });
});

test("schemes that are known but not mapped are named", () => {
  const acs = {
    "extension-definition--3a65884d-005a-4290-8335-cb2d778a83ce": {
      extension_type: "property-extension",
    },
  };
  assert.deepEqual(classifyMarking(marking({ extensions: acs })), {
    kind: "unmapped",
    reason: "acs",
  });
  const iep = { definition_type: "iep", definition: { iep_version: "2.0" } };
  assert.deepEqual(classifyMarking(marking(iep)), {
    kind: "unmapped",
    reason: "iep",
  });
  const ism = { definition_type: "ism", definition: {} };
  assert.deepEqual(classifyMarking(marking(ism)), {
    kind: "unmapped",
    reason: "ism",
  });
});
