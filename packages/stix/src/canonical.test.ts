import assert from "node:assert/strict";
import test from "node:test";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { canonicalJson, digestOf } from "./canonical.ts";
import { StixError } from "./error.ts";

test("the canonical form equals that of the canonicalize package", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      fc.pre(JSON.stringify(value).isWellFormed() && !/\\ud[89a-f]/.test(JSON.stringify(value)));
      assert.equal(canonicalJson(value), canonicalize(value));
    }),
  );
});

test("the canonical form of RFC 8785's own example", () => {
  const value = {
    numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
    literals: [null, true, false],
  };
  const expected =
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
    '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
  assert.equal(canonicalJson(value), expected);
  assert.notEqual(digestOf(value), digestOf({ ...value, literals: [null, true, true] }));
  assert.equal(digestOf({}), "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});

test("what has no canonical form is refused", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, "\ud800", { "\udc00": 1 }, 1n, () => 1, [undefined]]) {
    assert.throws(() => canonicalJson(value), StixError);
  }
  assert.equal(canonicalJson({ b: undefined, a: -0 }), '{"a":0}');
});
