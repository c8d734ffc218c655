import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { comparedObservables, equalityPattern } from "./compared-observables.ts";

test("whatever value is written into a pattern is read back from it, and nothing else", () => {
  const value = fc.string({
    unit: fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), fc.constantFrom("'", "\\", "]", "\n")),
  });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
      const comparisons = values.map((text) => ({
        type: "domain-name",
        path: "value",
        value: text,
      }));
      assert.deepEqual(comparedObservables(equalityPattern(comparisons)), comparisons);
    }),
  );
});

test("the pattern is the one that STIX 9 asks for", () => {
  const comparison = {
    type: "file",
    path: "hashes.'SHA-256'",
    value: "it's \\ here",
  };
  assert.equal(equalityPattern([comparison]), "[file:hashes.'SHA-256' = 'it\\'s \\\\ here']");
  assert.equal(equalityPattern([{ type: "file", path: "hashes.'MD5'", value: "x" }]), "[file:hashes.'MD5' = 'x']");
  const two = [
    { type: "domain-name", path: "value", value: "a.example" },
    { type: "network-traffic", path: "dst_port", value: 443 },
  ];
  assert.equal(equalityPattern(two), "[domain-name:value = 'a.example' OR network-traffic:dst_port = 443]");
});

test("a path or type that would say something else is refused", () => {
  const wrong = [
    { type: "url", path: "value = 'x' OR url:value", value: "y" },
    { type: "url", path: "value NOT", value: "y" },
    { type: "url", path: "value // ", value: "y" },
    { type: "url", path: "value MATCHES 'x' OR url:value", value: "y" },
    { type: "url:value = 'x'] OR [url", path: "value", value: "y" },
    { type: "", path: "value", value: "y" },
    { type: "url", path: "", value: "y" },
    { type: "url", path: "value", value: Number.NaN },
  ];
  for (const comparison of wrong)
    assert.throws(() => equalityPattern([comparison]), {
      code: "pattern-invalid",
    });
  assert.throws(() => equalityPattern([]), { code: "pattern-invalid" });
});

test("only equality and IN count, in any pattern", () => {
  const pattern = `
    ([ipv4-addr:value = '198.51.100.3' AND network-traffic:src_ref.value IN ('a', 'b\\'c')] FOLLOWEDBY
    [file:name MATCHES '^x:value = ' OR file:extensions.'windows-pebinary-ext'.sections[*].entropy > 7.0
      OR process:pid NOT = 5 OR url:value NOT IN ('n') OR email-message:is_multipart = true /* c:d = 'e' */])
    WITHIN 300 SECONDS REPEATS 2 TIMES START t'2023-05-08T00:00:00Z' STOP t'2023-05-09T00:00:00Z' OR
    [artifact:payload_bin = b'AAEC' AND x-any:a[0].'b c' == -1.5]`;
  assert.deepEqual(comparedObservables(pattern), [
    { type: "ipv4-addr", path: "value", value: "198.51.100.3" },
    { type: "network-traffic", path: "src_ref.value", value: "a" },
    { type: "network-traffic", path: "src_ref.value", value: "b'c" },
    { type: "email-message", path: "is_multipart", value: "true" },
    { type: "artifact", path: "payload_bin", value: "AAEC" },
    { type: "x-any", path: "a[0].'b c'", value: "-1.5" },
  ]);
});

test("what is cut off or malformed is refused with its position", () => {
  const wrong: [string, RegExp][] = [
    ["[url:value = 'x", /character 13/],
    ["[url:value = ", /character 13/],
    ["[url:value IN ('a' 'b')]", /character 19/],
    ["[url:value IN ()]", /character 15/],
    ["[url:a[x] = 'b']", /character 7/],
    ["[url:value = #]", /character 13/],
  ];
  for (const [pattern, message] of wrong)
    assert.throws(() => comparedObservables(pattern), {
      code: "pattern-invalid",
      message,
    });
});
