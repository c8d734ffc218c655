import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { StixError } from "../error.ts";
import { parseJson } from "../json.ts";
import { objectsOfBundle, objectsOfEnvelope } from "./bundle.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const objects = fc.array(
  fc.dictionary(
    fc.string().map((key) => `k${key}`),
    fc.jsonValue({ maxDepth: 2 }),
    { maxKeys: 4 },
  ),
  {
    maxLength: 5,
  },
);
const space = fc.stringMatching(/^[ \n\r\t]{0,4}$/);

test("each object comes out with exactly the bytes that it had", () => {
  fc.assert(
    fc.property(objects, space, fc.boolean(), fc.string(), (list, gap, isBundle, note) => {
      const parts = list.map((object) => JSON.stringify(object, null, 1));
      const array = `${gap}[${gap}${parts.join(`${gap},${gap}`)}${gap}]${gap}`;
      const head = `{${gap}"note"${gap}:${JSON.stringify(note)},"\\u0074ype":"bundle","id":"x","objects":`;
      const input = Buffer.from(isBundle ? `${gap}${head}${array},"after":[{"objects":[1]}]}${gap}` : array);
      const slices = objectsOfBundle(input);
      assert.deepEqual(
        slices.map(({ bytes }) => text(bytes)),
        parts,
      );
      for (const [index, slice] of slices.entries()) {
        assert.equal(slice.index, index);
        assert.equal(text(input.subarray(slice.offset, slice.offset + slice.bytes.length)), parts[index]);
      }
    }),
  );
});

test("where every slice parses, JSON.parse reads the whole and finds the same", () => {
  const bytes = '{}[]",:\\ntu1.e- objects';
  const seed = '{"type":"bundle","objects":[{"a":"b\\\\"},{"c":[1,{"d":"]}"}]}],"x":true}';
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(seed.length), fc.constantFrom("", ...bytes)), {
        maxLength: 3,
      }),
      (edits) => {
        let input = seed;
        for (const [at, put] of edits) input = input.slice(0, at) + put + input.slice(at + 1);
        let found: unknown[];
        try {
          found = objectsOfBundle(Buffer.from(input)).map((slice) => parseJson(slice.bytes));
        } catch (error) {
          assert.ok(error instanceof StixError, String(error));
          return;
        }
        const whole = JSON.parse(input);
        const expected = Array.isArray(whole) ? whole : whole.type === "bundle" ? (whole.objects ?? []) : [whole];
        assert.deepEqual(found, Array.isArray(expected) ? expected : []);
      },
    ),
    { numRuns: 5000 },
  );
});

test("a single object, also one with an objects property, is one slice", () => {
  const single = '{"type":"observed-data","objects":[{"a":1}]}';
  assert.deepEqual(
    objectsOfBundle(Buffer.from(` ${single}\n`)).map(({ bytes }) => text(bytes)),
    [single],
  );
  assert.equal(objectsOfBundle(Buffer.from(`\ufeff${single}`))[0]?.offset, 3);
  assert.deepEqual(objectsOfBundle(Buffer.from('{"type":"bundle","id":"x"}')), []);
});

test("a broken object costs only itself, a broken frame costs all", () => {
  const slices = objectsOfBundle(Buffer.from('[{"a":1},{"a":01},{"a":2}]'));
  assert.equal(slices.length, 3);
  assert.throws(() => parseJson(slices[1]?.bytes ?? ""), StixError);
  const broken = [
    '[{"a":1}',
    '[{"a":1}{"a":2}]',
    '[{"a":1},]',
    "[] []",
    '"x"',
    "",
    '{"type":"bundle","objects":[{"a":"]}',
    '{"a":1,"a":2}',
  ];
  for (const input of broken) assert.throws(() => objectsOfBundle(Buffer.from(input)), StixError, input);
});

test("an envelope gives its cursor and each object's own bytes", () => {
  const input = '{ "more" : true,"objects":[ {"a": 1},{"b":"]"} ],"next":"x","other":{"objects":[2]} }';
  const { more, next, slices } = objectsOfEnvelope(Buffer.from(input));
  assert.equal(more, true);
  assert.equal(next, "x");
  assert.deepEqual(
    slices.map(({ bytes }) => text(bytes)),
    ['{"a": 1}', '{"b":"]"}'],
  );
  assert.deepEqual(objectsOfEnvelope(Buffer.from("{}")), { more: false, slices: [] });
});

test("an envelope with a broken frame or a property of another type is refused", () => {
  const broken = [
    "[]",
    '{"more":1}',
    '{"more":null}',
    '{"next":7}',
    '{"objects":{}}',
    '{"objects":[{}]',
    '{"objects":[{}]}x',
    '{"more":true,"more":false}',
    '{"more":true,"other":01}',
  ];
  for (const input of broken) assert.throws(() => objectsOfEnvelope(Buffer.from(input)), StixError, input);
});
