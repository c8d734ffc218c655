import assert from "node:assert/strict";
import { test } from "node:test";
import { addressRange, rangesAround } from "./addresses.ts";

const within = (inner: string, outer: string) => {
  const [a, b] = [addressRange(inner), addressRange(outer)];
  assert.ok(a && b);
  return Buffer.compare(a.first, b.first) >= 0 && Buffer.compare(a.last, b.last) <= 0;
};

test("a range holds its addresses and smaller ranges, of both versions, and nothing beside it", () => {
  assert.ok(within("192.0.2.77", "192.0.2.64/26"));
  assert.ok(!within("192.0.2.128", "192.0.2.64/26"));
  assert.ok(within("192.0.2.72/29", "192.0.2.64/26"));
  assert.ok(!within("192.0.2.0/24", "192.0.2.64/26"));
  assert.ok(within("2001:db8::1", "2001:db8::/32"));
  assert.ok(!within("2001:db9::1", "2001:db8::/32"));
  assert.ok(within("::ffff:192.0.2.77", "192.0.2.64/26"), "an IPv4 address in the form of IPv6");
});

test("what is no address is none", () => {
  for (const text of ["1", "010.1.1.1/8", "192.0.2.1/33", "192.0.2.1/x", "example.org", "2001:db8::/129", ""]) {
    assert.equal(addressRange(text), undefined, text);
  }
});

test("around an address lie the ranges that hold it, each with its base", () => {
  const around = rangesAround("192.0.2.77");
  assert.equal(around.length, 32);
  assert.deepEqual([around[0], around[7], around.at(-1)], ["192.0.2.76/31", "192.0.2.0/24", "0.0.0.0/0"]);
  assert.deepEqual(rangesAround("192.0.2.0/24")[0], "192.0.2.0/23");
  assert.equal(rangesAround("2001:db8::1")[63], "2001:db8::/64");
});
