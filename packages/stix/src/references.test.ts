import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { identifiersInRunningText, referencesOf } from "./references.ts";

const OWN = "malware--11111111-1111-4111-8111-111111111111";
const IDENTITY = "identity--22222222-2222-4222-8222-222222222222";
const ADDRESS = "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4";
const DEFINITION = "extension-definition--366ff1c9-cf01-4d01-b9e6-58354b9979eb";

test("references are found under every name, in extensions and in property names", () => {
  const object = {
    id: OWN,
    created_by_ref: IDENTITY,
    nobody_knows_this: { deep: [{ "x.y": ADDRESS.toUpperCase() }] },
    extensions: {
      [DEFINITION]: { extension_type: "property-extension", id: ADDRESS },
    },
    granular_markings: [{ marking_ref: ADDRESS, selectors: ["name"] }],
    name: `about ${ADDRESS}`,
  };
  assert.deepEqual(referencesOf(object), [
    { path: "$.created_by_ref", id: IDENTITY },
    { path: '$.nobody_knows_this.deep[0]["x.y"]', id: ADDRESS.toUpperCase() },
    { path: `$.extensions["${DEFINITION}"]`, id: DEFINITION },
    { path: `$.extensions["${DEFINITION}"].id`, id: ADDRESS },
    { path: "$.granular_markings[0].marking_ref", id: ADDRESS },
  ]);
  assert.deepEqual(identifiersInRunningText(object), [{ path: "$.name", id: ADDRESS }]);
});

test("an id anywhere in any object is a reference or running text, never lost", () => {
  const place = fc.constantFrom("whole", "inside", "key", "key-inside");
  fc.assert(
    fc.property(
      fc.object({ maxDepth: 3, withNullPrototype: false }),
      fc.array(fc.string()),
      place,
      (base, path, where) => {
        const inside = `(${ADDRESS})`;
        const leaf =
          where === "whole" ? ADDRESS : where === "inside" ? inside : { [where === "key" ? ADDRESS : inside]: null };
        const planted = path.reduceRight<unknown>((value, key) => ({ [`k${key}`]: [value] }), leaf);
        const object = { ...base, planted };
        const found = where === "whole" || where === "key" ? referencesOf(object) : identifiersInRunningText(object);
        assert.ok(found.some(({ id }) => id === ADDRESS));
      },
    ),
  );
});
