import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { ComparisonExpression, ObjectPath, ObservationExpression, Qualifier } from "./expression.ts";
import { parsePattern } from "./parser.ts";
import { printPattern } from "./printer.ts";

const text = fc.string({
  unit: fc.oneof(
    fc.string({ minLength: 1, maxLength: 1, unit: "grapheme" }),
    fc.constantFrom("'", "\\", "]", "\n", "*"),
  ),
});
const time = fc.constantFrom("2016-01-01T00:00:00Z", "2016-01-01T00:00:00.123456789Z", "1999-12-31T23:59:59.0Z");
const digits = (expression: RegExp) => fc.stringMatching(expression);
const literal = fc.oneof(
  text.map((value) => ({ kind: "string" as const, value })),
  fc.maxSafeInteger().map((value) => ({ kind: "integer" as const, value: String(value) })),
  digits(/^[+-]?\d{0,3}\.\d{1,3}$/).map((value) => ({ kind: "float" as const, value })),
  fc.boolean().map((value) => ({ kind: "boolean" as const, value })),
  time.map((value) => ({ kind: "timestamp" as const, value })),
  digits(/^(?:[0-9a-fA-F]{2}){0,4}$/).map((value) => ({ kind: "hex" as const, value })),
  fc
    .uint8Array({ maxLength: 8 })
    .map((bytes) => ({ kind: "binary" as const, value: Buffer.from(bytes).toString("base64") })),
);
const name = fc.oneof(text, fc.constantFrom("value", "SHA-256", "AND", "")).map((known) => ({ name: known }));
const step = fc.oneof(
  name,
  fc.oneof(fc.nat(), fc.constant("*" as const)).map((index) => ({ index })),
);
const path: fc.Arbitrary<ObjectPath> = fc
  .tuple(fc.constantFrom("file", "x-any_Type", "NOT-really", "network-traffic"), name, fc.array(step, { maxLength: 3 }))
  .map(([type, first, rest]) => ({ type, steps: [first, ...rest] }));

const tested = <O extends string>(operator: fc.Arbitrary<O>, values: fc.Arbitrary<unknown[]>) =>
  fc.record({ kind: fc.constant("test" as const), path, negated: fc.boolean(), operator, values });
const ordered = literal.filter(({ kind }) => kind !== "boolean");
const leaf = fc.oneof(
  tested(fc.constantFrom("=", "!="), fc.tuple(literal)),
  tested(fc.constantFrom("<", "<=", ">", ">="), fc.tuple(ordered)),
  tested(
    fc.constantFrom("LIKE", "MATCHES", "ISSUBSET", "ISSUPERSET"),
    fc.tuple(text.map((value) => ({ kind: "string", value }))),
  ),
  tested(fc.constant("IN"), fc.array(literal, { minLength: 1, maxLength: 3 })),
  fc.record({ kind: fc.constant("exists" as const), path, negated: fc.boolean() }),
);
const chainOf = <K extends string>(kind: fc.Arbitrary<K>, operand: fc.Arbitrary<unknown>) =>
  fc.record({ kind, operands: fc.array(operand, { minLength: 2, maxLength: 3 }) });
const { comparison } = fc.letrec((tie) => ({
  comparison: fc.oneof({ maxDepth: 4 }, leaf, chainOf(fc.constantFrom("and", "or"), tie("comparison"))),
})) as { comparison: fc.Arbitrary<ComparisonExpression> };
const qualifier: fc.Arbitrary<Qualifier> = fc.oneof(
  digits(/^[1-9]\d{0,3}$/).map((times) => ({ kind: "repeats" as const, times })),
  digits(/^(?:[1-9]\d{0,3}|\d{0,2}\.[1-9])$/).map((seconds) => ({ kind: "within" as const, seconds })),
  fc.record({ kind: fc.constant("start-stop" as const), start: time, stop: time }),
);
const { pattern } = fc.letrec((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4 },
    fc.record({ kind: fc.constant("observation" as const), comparison }),
    chainOf(fc.constantFrom("and", "or", "followed-by"), tie("pattern")),
    fc.record({
      kind: fc.constant("qualified" as const),
      expression: tie("pattern"),
      qualifiers: fc.array(qualifier, { minLength: 1, maxLength: 2 }),
    }),
  ),
})) as { pattern: fc.Arbitrary<ObservationExpression> };

test("whatever tree is printed is read back as the same tree, and printed the same again", () => {
  fc.assert(
    fc.property(pattern, (generated) => {
      // Records are generated with and without a prototype: the trees of the parser are plain.
      const tree = JSON.parse(JSON.stringify(generated));
      const printed = printPattern(tree);
      const back = parsePattern(printed);
      assert.deepEqual(back, tree);
      assert.equal(printPattern(back), printed);
    }),
    { numRuns: 500 },
  );
});

test("spaces, comments, spellings and needless parentheses do not outlive printing", () => {
  const sloppy = "( [ ( file : 'name'=='a' )AND/* c */file:hashes.SHA-256<>'b' ] )  // end";
  assert.equal(printPattern(parsePattern(sloppy)), "[file:name = 'a' AND file:hashes.'SHA-256' != 'b']");
});

test("a tree that would say more than its place allows is refused", () => {
  const withTest = (more: object): ObservationExpression => {
    const right = { kind: "test", path: { type: "url", steps: [{ name: "value" }] }, negated: false, operator: "=" };
    const comparison = { ...right, values: [{ kind: "integer", value: "1" }], ...more } as ComparisonExpression;
    return { kind: "observation", comparison };
  };
  assert.equal(printPattern(withTest({})), "[url:value = 1]");
  const wrong = [
    withTest({ values: [{ kind: "integer", value: "1] OR [url:value = 2" }] }),
    withTest({ values: [{ kind: "hex", value: "aa' OR url:value = 'x" }] }),
    withTest({ path: { type: "url:value = 1 OR url", steps: [{ name: "value" }] } }),
    withTest({ path: { type: "url", steps: [] } }),
    withTest({ path: { type: "url", steps: [{ index: 1 }] } }),
    withTest({ path: { type: "url", steps: [{ name: "a" }, { index: -1 }] } }),
    { ...({ kind: "qualified", expression: withTest({}) } as const), qualifiers: [{ kind: "within", seconds: "0" }] },
    { ...({ kind: "qualified", expression: withTest({}) } as const), qualifiers: [{ kind: "repeats", times: "x" }] },
  ] as ObservationExpression[];
  for (const tree of wrong) assert.throws(() => printPattern(tree), { code: "pattern-invalid" });
});
