import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TLP_MARKING } from "@entente/stix";
import { HOLDINGS } from "./model.ts";
import { type HoldingNode, holdingNode, indicator, indicatorId } from "./test/holding-node.ts";

let node: HoldingNode;
before(async () => {
  node = await holdingNode();
  const aliases = HOLDINGS.map(({ alias }) => alias);
  await node.tool("reader", aliases, "r");
  await node.tool("sweeper", aliases, "d");
});
after(async () => {
  assert.deepEqual(node.faults, []);
  await node.close();
});

type Listed = { id: string; modified?: string };

/** The indicators of each collection, from the lowest label to the highest, each by its number. */
async function held(query = ""): Promise<Record<string, number[]>> {
  const lists = HOLDINGS.map(async ({ alias, level }) => {
    const { json } = await node.ask(`collections/${alias}/objects/?match[type]=indicator${query}`, { as: "reader" });
    return [level, (json.objects ?? []).map(({ id }: Listed) => Number(id.slice(-12)))] as const;
  });
  return Object.fromEntries(await Promise.all(lists));
}

const inAll = (...numbers: number[]) => Object.fromEntries(HOLDINGS.map(({ level }) => [level, numbers]));
const clear = async (...numbers: number[]) => {
  for (const { alias } of HOLDINGS) {
    for (const number of numbers) {
      const path = `collections/${alias}/objects/${indicatorId(number)}/`;
      assert.equal((await node.ask(path, { as: "sweeper", method: "DELETE" })).status, 200);
    }
  }
};

test("a version stands in every collection at or above its label, and nowhere below", async () => {
  const marked = (level: keyof typeof TLP_MARKING) => ({ object_marking_refs: [TLP_MARKING[level]] });
  await node.admit("source:a", "clear", indicator(1), indicator(2, marked("amber")));
  await node.admit("source:a", "amber+strict", indicator(3, marked("green")));
  await node.admit("own", null, indicator(4), indicator(5, marked("green")));
  await node.admit("peer:identity--00000000-0000-4000-8000-000000000001", "green", indicator(6));
  // A marking on a part counts for the whole: nothing is ever cut out.
  const granular_markings = [{ marking_ref: TLP_MARKING.red, selectors: ["name"] }];
  await node.admit("source:a", "clear", indicator(7, { granular_markings }));
  assert.deepEqual(await held(), {
    clear: [1],
    green: [1, 5, 6],
    amber: [1, 2, 5, 6],
    "amber+strict": [1, 2, 3, 5, 6],
    red: [1, 2, 3, 4, 5, 6, 7],
  });
  await clear(1, 2, 3, 4, 5, 6, 7);
  assert.deepEqual(await held(), inAll());
});

test("what another origin hands in under an id is its copy, and is in no collection", async () => {
  await node.admit("source:a", "clear", indicator(11));
  await node.admit("source:b", "clear", indicator(11, { day: 5, name: "b's own words" }));
  assert.deepEqual(await held(), inAll(11));
  const { text } = await node.ask("collections/holdings-red/objects/?match[version]=all", { as: "reader" });
  assert.doesNotMatch(text, /own words/);
  await clear(11);
});

test("a label that becomes stricter closes the rows below it", async () => {
  await node.admit("source:a", "clear", indicator(12));
  assert.deepEqual(await held(), inAll(12));
  await node.admit("source:a", "amber", indicator(12));
  assert.deepEqual(await held(), { ...inAll(12), clear: [], green: [] });
  // A looser one opens nothing: the strictest that a source ever gave holds.
  await node.admit("source:a", "clear", indicator(12));
  assert.deepEqual(await held(), { ...inAll(12), clear: [], green: [] });
  await clear(12);
});

test("a marking that nobody can resolve keeps a version in holdings-red until its definition comes", async () => {
  const statement = {
    type: "marking-definition",
    spec_version: "2.1",
    id: "marking-definition--00000000-0000-4000-8000-000000000001",
    created: "2025-01-01T00:00:00.000Z",
    definition_type: "statement",
    definition: { statement: "Copyright" },
  };
  const foreign = {
    ...statement,
    id: "marking-definition--00000000-0000-4000-8000-000000000002",
    definition_type: "iep",
    definition: { name: "x" },
  };
  await node.admit("source:a", "clear", indicator(13, { object_marking_refs: [statement.id] }));
  await node.admit("source:a", "clear", indicator(14, { object_marking_refs: [foreign.id] }), foreign);
  const onlyRed = { ...inAll(), red: [13, 14] };
  assert.deepEqual(await held(), onlyRed);
  // Another origin's definition of that id says nothing about this one's objects (R8).
  await node.admit("source:b", "clear", statement);
  assert.deepEqual(await held(), onlyRed);
  await node.admit("source:a", "clear", statement);
  assert.deepEqual(await held(), { ...inAll(13), red: [13, 14] });
  await clear(13, 14);
});

test("dates go up by at least a microsecond, also for thousands at once, and pages by either way bring all once", async () => {
  const numbers = Array.from({ length: 2500 }, (_, index) => 1000 + index);
  await node.admit("source:a", "clear", ...numbers.map((number) => indicator(number)));
  const walk = async (next: (answer: Awaited<ReturnType<typeof node.ask>>) => string) => {
    const seen: number[] = [];
    for (let query = ""; ; ) {
      const path = `collections/holdings-green/objects/?limit=300&match[type]=indicator${query}`;
      const answer = await node.ask(path, { as: "reader" });
      seen.push(...answer.json.objects.map(({ id }: Listed) => Number(id.slice(-12))));
      if (!answer.json.more) return seen;
      query = next(answer);
    }
  };
  assert.deepEqual(await walk(({ json }) => `&next=${json.next}`), numbers);
  assert.deepEqual(await walk(({ headers }) => `&added_after=${headers.get("x-taxii-date-added-last")}`), numbers);
});
