import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { StixError } from "./error.ts";
import { parseJson } from "./json.ts";

const refuses = (input: string | Uint8Array, code: string, path: string) =>
  assert.throws(
    () => parseJson(input),
    (error: unknown) => {
      assert.ok(error instanceof StixError);
      assert.deepEqual([error.code, error.path], [code, path]);
      return true;
    },
  );

test("whatever JSON.stringify writes is read back as JSON.parse reads it", () => {
  const values = fc.jsonValue({ noUnicodeString: false, maxDepth: 6 });
  fc.assert(
    fc.property(values, fc.constantFrom(undefined, 1, "\t"), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      fc.pre(!hasRefused(JSON.parse(text)));
      assert.deepEqual(parseJson(text), JSON.parse(text));
      assert.deepEqual(parseJson(Buffer.from(text)), JSON.parse(text));
    }),
  );
});

test("a text that JSON.parse refuses is refused", () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 3 }),
      fc.nat(),
      fc.constantFrom("", "}", "]", '"', ",", "0", "\\", "\u0001"),
      (text, at, put) => {
        const place = at % (text.length + 1);
        const broken = text.slice(0, place) + put + text.slice(place + 1);
        try {
          JSON.parse(broken);
        } catch {
          assert.throws(() => parseJson(broken), StixError);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test("what no store keeps or two readers read differently is refused, with its path", () => {
  refuses('{"a":{"b":1,"b":2}}', "json-duplicate-key", "$.a.b");
  refuses('{"a":1,"\\u0061":2}', "json-duplicate-key", "$.a");
  refuses('{"x":[{"__proto__":{"y":1}}]}', "json-forbidden-key", "$.x[0].__proto__");
  refuses('{"x":["\\ud800"]}', "json-text", "$.x[0]");
  refuses('{"x":["\\udc00\\ud800"]}', "json-text", "$.x[0]");
  refuses('{"x-y":"a\\u0000"}', "json-text", '$["x-y"]');
  refuses('{"n":9007199254740992}', "json-number", "$.n");
  refuses('{"n":-9007199254740993.0}', "json-number", "$.n");
  refuses('{"n":1e400}', "json-number", "$.n");
  refuses("[".repeat(65) + "]".repeat(65), "json-limit", `$${"[0]".repeat(64)}`);
  refuses(Uint8Array.of(0x22, 0xff, 0x22), "json-text", "$");
  refuses("\ufeff{}", "json-syntax", "$");
  refuses("", "json-syntax", "$");
  refuses("{} {}", "json-syntax", "$");
  assert.throws(() => parseJson("[1,2,3]", { maxSize: 6 }), {
    code: "json-limit",
  });
});

test("a text that looks harmless is read as the strict reader reads it, escapes and spaces included", () => {
  const piece = fc.constantFrom(
    ...['{"a":1}', '{"a":1,"a":2}', '{"\\u0061":1,"a":2}', '"a:b"', '"\\"a\\":1"', '{"a":{"a":[]}}', '"\\\\"', "[]"],
    ...[
      '"\\ud800"',
      '"\\ud83d\\ude00"',
      '"\\u0000"',
      '"\\u00e9"',
      '{"__proto__":1}',
      '"__proto__"',
      "9007199254740993",
    ],
    ...[
      '{"\\u005f_proto__":1}',
      "1e999",
      "-0",
      "1.5",
      "null",
      "[[[[[]]]]]",
      '{"a" :\n{"b"\t:"{:}"}}',
      '{"a":1,}',
      "01",
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
      const text = `[${pieces.join(",")}]`;
      const read = (limit: number) => {
        try {
          return parseJson(text, { maxDepth: limit });
        } catch (error) {
          assert.ok(error instanceof StixError);
          return error.code;
        }
      };
      // An escaped letter beside it sends the same text to the strict reader.
      const strict = (limit: number) => {
        try {
          const [value] = parseJson(`[${text},"\\u0061"]`, { maxDepth: limit + 1 }) as unknown[];
          return value;
        } catch (error) {
          return (error as StixError).code;
        }
      };
      for (const limit of [4, 64]) assert.deepEqual(read(limit), strict(limit), text);
    }),
    { numRuns: 3000 },
  );
});

test("the neighbours of what is refused pass", () => {
  assert.deepEqual(parseJson('{"a":{"b":1},"b":2}'), { a: { b: 1 }, b: 2 });
  assert.deepEqual(parseJson('"\\ud83d\\ude00"'), "😀");
  assert.deepEqual(parseJson("[9007199254740991,-0.5e-3]"), [9007199254740991, -0.0005]);
  assert.doesNotThrow(() => parseJson("[".repeat(64) + "]".repeat(64)));
  assert.deepEqual(parseJson("[[],[],{}]", { maxDepth: 2 }), [[], [], {}]);
});

function hasRefused(value: unknown): boolean {
  if (typeof value === "string") return !value.isWellFormed() || value.includes("\0");
  if (typeof value === "number") return Number.isInteger(value) && !Number.isSafeInteger(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, item]) => key === "__proto__" || hasRefused(key) || hasRefused(item));
}
