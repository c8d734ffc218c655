import assert from "node:assert/strict";
import { test } from "node:test";
import { KONNI } from "../../../demo/reference-set.ts";
import { type TestNode, withNode } from "./test/test-node.ts";

const text = (content: string) => Buffer.from(content);

async function held({ database }: TestNode) {
  return database.objects
    .selectFrom("versions")
    .select(["id", "digest", "label", "title"])
    .orderBy("version_id")
    .execute();
}

test("the Konni list gives 398 indicators that indicate KONNI, and importing it again changes nothing", () =>
  withNode(async (node) => {
    await assert.rejects(node.importList("konni"), { code: "object-unknown" });
    await node.importReferenceSet();
    const first = await node.importList("konni");
    assert.deepEqual([first.read, first.added, first.relationships, first.refusedCount], [398, 398, 398, 0]);
    const before = await held(node);
    const again = await node.importList("konni");
    assert.deepEqual([again.added, again.unchanged, again.relationships], [0, 398, 0]);
    assert.deepEqual(await held(node), before);
    const relations = await node.database.objects
      .selectFrom("object_references")
      .select("version_id")
      .where("target", "=", KONNI.id)
      .where("path", "=", "$.target_ref")
      .execute();
    assert.ok(relations.length >= 398);
    // The strictest label that a source ever gave holds.
    await node.importList("konni", "green");
    await node.importList("konni", "clear");
    assert.ok((await held(node)).slice(-796).every(({ label }) => label === "green"));
  }));

test("another reference makes a new version, another list other indicators", () =>
  withNode(async (node) => {
    const list = (url: string, name = "list.txt") =>
      node.importFile({ name, bytes: text(`# Reference: ${url}\nevil.example\n`) });
    assert.equal((await list("https://one.example/")).added, 1);
    assert.equal((await list("https://two.example/")).added, 1);
    assert.equal((await list("https://two.example/")).unchanged, 1);
    const ids = (await held(node)).filter(({ id }) => id.startsWith("indicator")).map(({ id }) => id);
    assert.equal(ids.length, 2);
    assert.equal(new Set(ids).size, 1);
    await list("https://two.example/", "other.txt");
    assert.equal(new Set((await held(node)).map(({ id }) => id)).size, 3, "own party and two indicators");
  }));

test("two nodes never mint the same id for the same line", async () => {
  const ids: string[] = [];
  for (let made = 0; made < 2; made += 1) {
    await withNode(async (node) => {
      await node.importFile({ name: "list.txt", bytes: text("evil.example\n") });
      ids.push(...(await held(node)).map(({ id }) => id).filter((id) => id.startsWith("indicator")));
    });
  }
  assert.equal(new Set(ids).size, 2);
});

test("a bundle's bad objects are named by place and path, and the rest goes in", () =>
  withNode(async (node) => {
    const time = "2026-01-01T00:00:00.000Z";
    const identity = (id: string, rest: object = { name: "A" }) => ({
      type: "identity",
      spec_version: "2.1",
      id: `identity--00000000-0000-4000-8000-00000000000${id}`,
      created: time,
      modified: time,
      ...rest,
    });
    const objects = [identity("1"), identity("2", { name: 5 }), identity("3"), identity("3", { name: "B" })];
    const bytes = text(JSON.stringify({ type: "bundle", id: "bundle--00000000-0000-4000-8000-000000000000", objects }));
    const summary = await node.importFile({ name: "bundle.json", bytes });
    assert.deepEqual([summary.format, summary.read, summary.added], ["bundle", 4, 2]);
    assert.deepEqual(
      summary.refused.map((refused) => "index" in refused && [refused.index, refused.path]),
      [
        [1, "$.name"],
        [3, undefined],
      ],
    );
    await assert.rejects(node.importFile({ name: "b.json", bytes: text('{"type": "bundle", "objects": [') }), {
      code: "input-invalid",
    });
  }));

test("what comes from elsewhere needs a label, what our own people made may rely on its markings", () =>
  withNode(async (node) => {
    const file = { name: "list.txt", bytes: text("evil.example\n"), label: null };
    await assert.rejects(node.importFile(file), { code: "label-required" });
    assert.equal((await node.importFile({ ...file, source: "own" })).added, 1);
    await assert.rejects(node.importFile({ ...file, source: "" }), { code: "input-invalid" });
    await assert.rejects(node.importFile({ ...file, label: "clear", bytes: Buffer.from([0xff, 0xfe, 0x00]) }), {
      code: "input-invalid",
    });
  }));
