import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { validatePattern } from "./validate-pattern.ts";

const warningsOf = (pattern: string) => {
  const verdict = validatePattern(pattern);
  assert.ok(verdict.ok, pattern);
  return verdict.warnings;
};

test("what can never match, or is spelt otherwise, is read with a warning; its twin without", () => {
  const twins: [string, string, RegExp][] = [
    ["[a:b = 1 AND c:d = 2]", "[a:b = 1 OR c:d = 2]", /different object types/],
    ["[(a:b = 1 OR c:d = 2) AND e:f = 3]", "[(a:b = 1 OR c:d = 2) AND EXISTS c:e]", /different object types/],
    ["[a:b = 1] OR [a:b = 1 AND c:d = 2] WITHIN 5 SECONDS", "[a:b = 1] AND [c:d = 2]", /different object types/],
    ["[file:hashes.SHA-256 = 'a']", "[file:hashes.'SHA-256' = 'a']", /character 13 .*in quotes/],
    ["[a:b == 1]", "[a:b = 1]", /character 5 .*spelt =/],
    ["[a:b <> 1]", "[a:b != 1]", /character 5 .*spelt !=/],
    [
      "[a:b = 1] START t'2020-01-01T00:00:00.50Z' STOP t'2020-01-01T00:00:00.5Z'",
      "[a:b = 1] START t'2020-01-01T00:00:00Z' STOP t'2020-01-01T00:00:00.5Z'",
      /STOP is not after START/,
    ],
  ];
  for (const [odd, plain, message] of twins) {
    const warnings = warningsOf(odd);
    assert.equal(warnings.length, 1, odd);
    assert.match(warnings[0] ?? "", message);
    assert.deepEqual(warningsOf(plain), [], plain);
  }
});

test("no text makes it throw", () => {
  const token = fc.constantFrom(
    ..."[ ] ( ) . , : = != < 'a' ' \\ t'x' h'00' b'AAEC' 1 -1.5 a b-c AND OR NOT IN LIKE EXISTS FOLLOWEDBY".split(" "),
    ..."WITHIN SECONDS REPEATS TIMES START STOP true /* */ // \n".split(" "),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(token).map((tokens) => `[a:b = ${tokens.join(" ")}`),
        fc.string(),
      ),
      (text) => {
        const verdict = validatePattern(text);
        assert.ok(verdict.ok || verdict.error.offset !== undefined);
      },
    ),
    { numRuns: 2000 },
  );
});
