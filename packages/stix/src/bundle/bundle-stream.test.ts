import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { StixError } from "../error.ts";
import { objectsOfBundle } from "./bundle.ts";
import { objectsOfStream, type StreamLimits } from "./bundle-stream.ts";
import { ByteWindow } from "./byte-window.ts";
import { documentObjects } from "./frame.ts";
import { JsonScanner } from "./json-scanner.ts";

/** One buffer for all chunks, as a reader that reuses its memory would hand them out. */
async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  const shared = new Uint8Array(Math.max(...sizes, 1));
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const chunk = bytes.subarray(at, at + (sizes[turn % sizes.length] ?? 1));
    shared.set(chunk);
    yield shared.subarray(0, chunk.length);
    shared.fill(0);
    at += chunk.length;
  }
}

async function streamed(text: string | Uint8Array, sizes: readonly number[] = [3], limits?: StreamLimits) {
  const found: { offset: number; index: number; text: string }[] = [];
  let error: StixError | undefined;
  try {
    for await (const { offset, index, bytes } of objectsOfStream(inChunks(Buffer.from(text), sizes), limits)) {
      found.push({ offset, index, text: Buffer.from(bytes).toString() });
    }
  } catch (thrown) {
    assert.ok(thrown instanceof StixError, String(thrown));
    error = thrown;
  }
  return { found, error };
}

const inWhole = (text: string) =>
  objectsOfBundle(Buffer.from(text)).map(({ offset, index, bytes }) => ({
    offset,
    index,
    text: Buffer.from(bytes).toString(),
  }));
const textsOf = ({ found }: { found: { text: string }[] }) => found.map(({ text }) => text);

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const object = fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 });
const document = fc
  .tuple(
    fc.array(object, { maxLength: 4 }),
    fc.constantFrom("", " ", "\n\t "),
    fc.constantFrom(0, 1, 2, 3, 4),
    fc.string(),
  )
  .map(([objects, gap, form, note]) => {
    const list = `[${gap}${objects.map((one) => JSON.stringify(one)).join(`${gap},${gap}`)}${gap}]`;
    const [type, notes] = ['"type":"bundle"', `"note"${gap}:${JSON.stringify(note)}`];
    return [
      `\ufeff${gap}${list}${gap}`,
      `{${type},${notes},"objects":${list}${gap}}${gap}`,
      `{${notes},"objects":${gap}${list},"spec_version":"2.0",${gap}${type}}`,
      `{"objects":${list},${notes},"type":"observed-data"}`,
      `{"a":{"objects":${list}}}`,
    ][form] as string;
  });

test("chunks that end anywhere give the same slices as the whole", async () => {
  await fc.assert(
    fc.asyncProperty(document, sizes, async (text, pieces) => {
      const { found, error } = await streamed(text, pieces);
      assert.equal(error, undefined);
      assert.deepEqual(found, inWhole(text));
    }),
    { numRuns: 300 },
  );
});

test("what the whole refuses is refused in chunks, after what stands before the fault", async () => {
  const edit = fc.tuple(fc.nat(), fc.constantFrom("", ...'{}[]",:\\n1 \u0000'));
  await fc.assert(
    fc.asyncProperty(document, edit, sizes, async (text, [place, put], pieces) => {
      const at = place % text.length;
      const broken = text.slice(0, at) + put + text.slice(at + 1);
      let expected: ReturnType<typeof inWhole> | undefined;
      try {
        expected = inWhole(broken);
      } catch {}
      const { found, error } = await streamed(broken, pieces);
      assert.equal(error === undefined, expected !== undefined, broken);
      if (expected) assert.deepEqual(found, expected);
      else assert.ok(error?.offset !== undefined);
    }),
    { numRuns: 500 },
  );
  const cut = await streamed('{"type":"bundle","objects":[{"a":1},{"b":2},{"c":');
  assert.deepEqual(textsOf(cut), ['{"a":1}', '{"b":2}']);
  assert.deepEqual([cut.error?.code, cut.error?.offset], ["bundle-invalid", 49]);
  const twice = await streamed('{"type":"bundle","objects":[{"a":1}],"objects":[{"b":2}]}');
  assert.deepEqual([textsOf(twice), twice.error?.code], [['{"a":1}'], "bundle-invalid"]);
  assert.equal((await streamed("")).error?.offset, 0);
});

test("an object, a frame and a count beyond their limits are refused, each with its twin", async () => {
  const limits = { maxObjectSize: 40, maxObjects: 3 };
  const sized = (size: number) => `{"a":"${"x".repeat(size - 8)}"}`;
  const verdict = async (text: string) => {
    const results = await Promise.all([[1], [7], [1000]].map((pieces) => streamed(text, pieces, limits)));
    const [first] = results.map(({ found, error }) => ({ texts: found.length, rule: error?.rule }));
    for (const { found, error } of results) assert.deepEqual({ texts: found.length, rule: error?.rule }, first);
    return [first?.texts, first?.rule];
  };
  const bundle = (objects: string[], head = '"type":"bundle"') => `{${head},"objects":[${objects.join(" ,\n")}]}`;
  assert.deepEqual(await verdict(bundle(["1", sized(40)])), [2, undefined]);
  assert.deepEqual(await verdict(bundle(["1", sized(41)])), [1, "max-object-size"]);
  assert.deepEqual(await verdict(bundle(["1", "2", "3"])), [3, undefined]);
  assert.deepEqual(await verdict(bundle(["1", "2", "3", "4"])), [3, "max-objects"]);
  assert.deepEqual(await verdict(`${sized(40)}`), [1, undefined]);
  assert.deepEqual(await verdict(`${sized(41)}`), [0, "max-object-size"]);
  assert.deepEqual(await verdict(`[1,${" ".repeat(500)}2]`), [2, undefined]);
  assert.deepEqual(await verdict(`{"type":"bundle","objects":[1]${" ".repeat(500)}}`), [1, "max-object-size"]);
  assert.deepEqual(await verdict(bundle(["1"], `"type":"bundle","x":${sized(30)}`)), [0, "max-object-size"]);
});

test("objects before the type are withheld as long as they may be part of a single object", async () => {
  const last = (count: number, type: string) =>
    `{"objects":[${Array.from({ length: count }, (_, index) => `{"n":${index}}`).join()}],"type":"${type}"}`;
  const limits = { maxObjectSize: 100 };
  assert.equal((await streamed(last(3, "bundle"), [5], limits)).found.length, 3);
  assert.deepEqual(textsOf(await streamed(last(3, "x-own"), [5], limits)), [last(3, "x-own")]);
  const many = await streamed(last(50, "bundle"), [5], limits);
  assert.deepEqual([many.found.length, many.error], [50, undefined]);
  assert.deepEqual(many.found, inWhole(last(50, "bundle")));
  const tooLarge = await streamed(last(50, "x-own"), [5], limits);
  assert.equal(tooLarge.error?.rule, "max-object-size");
});

test("memory is that of the largest object, whatever the length of the input", () => {
  const window = new ByteWindow();
  const scanner = new JsonScanner(window, 1_000_000);
  const scan = documentObjects(scanner);
  const large = Buffer.from(`{"a":"${"x".repeat(100_000)}"},${" ".repeat(50_000)}`);
  let count = 0;
  const feed = (bytes: Uint8Array) => {
    window.add(bytes, scanner.keep);
    while (scan.next().value) count += 1;
  };
  feed(Buffer.from('{"type":"bundle","objects":['));
  for (let turn = 0; turn < 200; turn += 1) {
    for (let at = 0; at < large.length; at += 4096) feed(large.subarray(at, at + 4096));
  }
  assert.equal(count, 200);
  assert.equal(window.base > 29_000_000, true);
  assert.ok(window.bytes.length < 300_000, String(window.bytes.length));
});
