import assert from "node:assert/strict";
import type { OpenNode } from "@entente/node";
import { TLP_MARKING } from "@entente/stix";
import {
  admitObjects,
  fromPeer,
  fromSource,
  headOf,
  headsReferringTo,
  type Origin,
  OWN,
  objectOf,
  readOwnObject,
  versionsOf,
} from "../../node/src/objects/index.ts";
import { parties } from "../../node/src/release/index.ts";
import { lookUp } from "../../node/src/threats/index.ts";
import { addAlly } from "./acts.ts";
import { onEveryEngine } from "./engines.ts";

const ALLY = "identity--a463ffb3-1bd9-4d94-b02d-74e4f1658283";

function campaign(properties: Record<string, unknown> = {}) {
  const id = `campaign--${crypto.randomUUID()}`;
  const times = { created: "2026-01-01T00:00:00.000Z", modified: "2026-01-01T00:00:00.000Z" };
  return { type: "campaign", spec_version: "2.1", id, ...times, name: "작전 Été", ...properties };
}

async function admit({ database }: OpenNode, origin: Origin, object: object, assigned: readonly string[] = []) {
  const one = { object: readOwnObject(object as Record<string, unknown>), assigned };
  const [admitted] = await database.write(admitObjects, { origin, author: null, objects: [one] });
  return admitted?.outcome;
}

onEveryEngine("a version is kept once per origin, the writer's newest is the head, a copy never is", async (node) => {
  const { objects } = node.database;
  const first = campaign();
  const newer = { ...first, modified: "2026-02-01T00:00:00.000Z", name: "newer" };
  assert.deepEqual(
    [
      await admit(node, fromSource("a"), first),
      await admit(node, fromSource("a"), first),
      await admit(node, fromSource("a"), { ...first, name: "other" }),
      await admit(node, fromSource("a"), newer),
      await admit(node, fromPeer(ALLY), { ...newer, modified: "2026-03-01T00:00:00.000Z" }),
    ],
    ["added", "unchanged", "conflict", "added", "added"],
  );
  const head = await headOf(objects, first.id);
  assert.deepEqual([head?.origin, head?.title, head?.micros], ["source:a", "newer", Date.UTC(2026, 1, 1) * 1000]);
  assert.deepEqual(
    (await versionsOf(objects, first.id)).map(({ origin, micros }) => [origin, typeof micros]),
    [
      [`peer:${ALLY}`, "number"],
      ["source:a", "number"],
      ["source:a", "number"],
    ],
  );
});

onEveryEngine("bytes come back as they were handed in, and no text loses a letter", async (node) => {
  const object = { ...campaign(), description: "\u{10ffff} 북한 ÿ \\ ' \" % _ ?" };
  await admit(node, OWN, object);
  const head = await headOf(node.database.objects, object.id);
  assert.deepEqual(Uint8Array.from(head?.bytes ?? []), Uint8Array.from(Buffer.from(JSON.stringify(object))));
  assert.ok(head && !Buffer.isBuffer(head.bytes));
  assert.deepEqual([head.title, objectOf(head).description], [object.name, object.description]);
});

onEveryEngine("the strictest label holds; what refers to an object is found", async (node) => {
  const target = campaign();
  const report = {
    ...campaign({ object_refs: [target.id], published: "2026-01-01T00:00:00.000Z" }),
    type: "report",
    id: `report--${crypto.randomUUID()}`,
  };
  await admit(node, fromSource("a"), target, [TLP_MARKING.clear]);
  await admit(node, fromSource("a"), target, [TLP_MARKING.amber]);
  await admit(node, fromSource("a"), target, [TLP_MARKING.green]);
  await admit(node, fromSource("a"), report);
  assert.equal((await headOf(node.database.objects, target.id))?.label, "amber");
  const referring = await headsReferringTo(node.database.objects, target.id, "report");
  assert.deepEqual(
    referring.map(({ id, path }) => [id, path]),
    [[report.id, "$.object_refs[0]"]],
  );
});

onEveryEngine("a look-up finds a value, a URL on its host, and a URL too long for an ordinary index", async (node) => {
  const long = `http://long.example/${Array.from({ length: 3900 }, (_, at) => ((at * 7919) % 36).toString(36)).join("")}`;
  for (const value of ["http://evil.example/a", "http://evil.example.org/b", long]) {
    const indicator = {
      ...campaign({ pattern_type: "stix", valid_from: "2026-01-01T00:00:00.000Z" }),
      type: "indicator",
      id: `indicator--${crypto.randomUUID()}`,
      name: value.slice(0, 30),
      pattern: `[url:value = '${value}']`,
    };
    assert.equal(await admit(node, fromSource("list"), indicator), "added");
  }
  const text = `evil.example\n${long}\nelsewhere.example`;
  const { rows } = await lookUp(node, { text, names: new Map(), person: null });
  assert.deepEqual(
    rows.map(({ matches }) => matches.map(({ name }) => name)),
    [["http://evil.example/a"], [long.slice(0, 30)], []],
  );
});

onEveryEngine("texts are ordered by their code points, in whatever language the server was set up", async (node) => {
  const shorts = ["b", "B", "a", "é", "Z", "가", "-"];
  for (const short of shorts) {
    await node.database.write(addAlly, { party: `identity--${crypto.randomUUID()}`, short, ceiling: "green" });
  }
  const ordered = (await parties(node.database.objects)).map(({ short }) => short);
  assert.deepEqual(ordered, [...shorts, "PUBLIC"].sort());
  assert.notDeepEqual(
    ordered,
    [...ordered].sort((a, b) => a.localeCompare(b)),
  );
});

onEveryEngine("what lies in the future waits, once per content, with an instant beyond 32 bits", async (node) => {
  const later = campaign({ modified: "2099-01-01T00:00:00.000Z" });
  assert.equal(await admit(node, fromSource("a"), later), "quarantined");
  assert.equal(await admit(node, fromSource("a"), later), "quarantined");
  assert.equal(await admit(node, fromSource("b"), later), "quarantined");
  const rows = await node.database.objects
    .selectFrom("quarantine")
    .select(["origin", "reason", "admit_at"])
    .orderBy("quarantine_id")
    .execute();
  const at = Date.UTC(2099, 0, 1) * 1000;
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    ["source:a", "source:b"].map((origin) => ({ origin, reason: "version-in-the-future", admit_at: at })),
  );
  assert.equal(await headOf(node.database.objects, later.id), undefined);
});

onEveryEngine("in no list nothing is, and everything is outside of it", async ({ database }) => {
  const heads = database.objects.selectFrom("heads").select("id");
  assert.deepEqual(await heads.where("id", "in", []).execute(), []);
  assert.deepEqual(await heads.where("id", "not in", []).execute(), await heads.execute());
});
