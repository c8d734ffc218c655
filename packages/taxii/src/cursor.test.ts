import assert from "node:assert/strict";
import test from "node:test";
import { objectId, ROOT, serverUnderTest } from "../test/server-under-test.ts";
import { TableCollection } from "../test/table-collection.ts";
import { cursorSeal } from "./cursor.ts";

function filled(alias: string, id: string) {
  const collection = new TableCollection({ alias, id });
  for (let number = 0; number < 10; number += 1) {
    collection.append({ id: objectId(number % 2 === 0 ? "note" : "report", number), modified: "2023-05-08T09:00:00Z" });
  }
  return collection;
}

const server = serverUnderTest({ collections: [filled("a", "one"), filled("b", "two")] });
const objects = `${ROOT}collections/a/objects/`;
const first = await server.get(`${objects}?limit=2&match[type]=note`);
const next: string = first.json.next;
const numbers = (json: { objects: { id: string }[] }) => json.objects.map(({ id }) => Number(id.slice(-2)));

test("the second page keeps the filter, whether the client repeats it or drops it", async () => {
  assert.deepEqual(numbers(first.json), [0, 2]);
  for (const rest of ["", "&match[type]=note", "&match[version]=last", "&added_after=2023-05-08T00:00:00.000009Z"]) {
    const { json } = await server.get(`${objects}?limit=2&next=${next}${rest}`);
    assert.deepEqual(numbers(json), [4, 6], rest);
  }
});

test("a page that is asked for again is the same page, also by id instead of alias", async () => {
  const one = await server.get(`${objects}?limit=2&next=${next}`);
  const again = await server.get(`${ROOT}collections/one/objects?next=${next}&limit=2`);
  assert.equal(again.text, one.text);
});

test("a filter that contradicts the cursor is 400", async () => {
  const wrong = [
    "match[type]=report",
    "match[type]=note,report",
    `match[id]=${objectId("note", 4)}`,
    "match[version]=all",
    "match[spec_version]=2.0",
    "added_after=soon",
  ];
  for (const rest of wrong) assert.equal((await server.get(`${objects}?next=${next}&${rest}`)).status, 400, rest);
  assert.equal((await server.get(`${objects}${objectId("note", 4)}/?next=${next}`)).status, 400);
});

test("a cursor that is forged, altered or another's is 400, and each time with the same words", async () => {
  const sealed = Buffer.from(next, "base64url");
  const flipped = [0, 31, 32, sealed.length - 1].map((at) => {
    const copy = Buffer.from(sealed);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy.toString("base64url");
  });
  const forged = cursorSeal(Buffer.alloc(32, 7)).seal(
    { party: "usa", root: ROOT, collection: "one" },
    { position: 3, match: { versions: "all" } },
  );
  const answers = [];
  for (const text of [...flipped, forged, "x", "AAAA", "9".repeat(13_000)]) {
    answers.push(await server.get(`${objects}?next=${text}`));
  }
  answers.push(await server.get(`${objects}?next=${next}`, "fra"));
  answers.push(await server.get(`${ROOT}collections/b/objects/?next=${next}`));
  for (const answer of answers) {
    assert.equal(answer.status, 400);
    assert.equal(answer.text, answers[0]?.text);
  }
});

test("a secret that could be guessed is refused", () => {
  assert.throws(() => cursorSeal(new Uint8Array(16)), RangeError);
});
