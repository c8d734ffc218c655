import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { TLP_MARKING } from "@entente/stix";
import { dialectOf } from "#database";
import { fromPeer, fromSource, OWN, objectOf } from "#objects";
import { importFile } from "#threats";
import { withPlainSql } from "../../../test/storage/plain-sql.ts";
import { searchProblems } from "./check-search.ts";
import { exportHits } from "./export-hits.ts";
import { fillIndex } from "./fill-index.ts";
import { readFilters } from "./filters.ts";
import { textOfObject } from "./object-text.ts";
import { ALLY, type TestNode, withNode } from "./test/test-node.ts";
import { folded } from "./words.ts";

const at = (second: number) => `2026-01-01T00:00:${String(second).padStart(2, "0")}.000Z`;

function group(number: number, properties: object) {
  return {
    type: "intrusion-set",
    spec_version: "2.1",
    id: `intrusion-set--00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    created: at(0),
    modified: at(0),
    ...properties,
  };
}

function indicator(number: number, pattern: string, properties: object = {}) {
  return {
    type: "indicator",
    spec_version: "2.1",
    id: `indicator--00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    created: at(0),
    modified: at(0),
    name: `indicator ${number}`,
    pattern,
    pattern_type: "stix",
    valid_from: at(0),
    ...properties,
  };
}

const titles = async (node: TestNode, text: string, filters = {}) =>
  (await node.search(text, filters)).sections.flatMap(({ hits }) => hits.map(({ title }) => title));

test("exact values come first, then what a word names, then the rest; an alias says which", async () => {
  await withNode(async (node) => {
    await node.admit(fromPeer(ALLY), group(1, { name: "Lazarus Group", aliases: ["Hidden Cobra"] }));
    await node.admit(OWN, group(2, { name: "Andariel", description: "Part of Hidden Cobra." }));
    await node.admit(OWN, group(3, { name: "Kimsuky", goals: ["unlike hidden cobra"] }));
    const [section] = (await node.search("HIDDEN cobra")).sections;
    assert.deepEqual(
      section?.hits.map(({ title, by, from }) => ({ title, by, from })),
      [
        { title: "Lazarus Group", by: { kind: "alias", text: "Hidden Cobra" }, from: "USA" },
        { title: "Andariel", by: { kind: "words" }, from: "KOR" },
        { title: "Kimsuky", by: { kind: "rest" }, from: "KOR" },
      ],
    );
    assert.deepEqual(await titles(node, group(2, {}).id), ["Andariel"]);
    assert.deepEqual(await titles(node, "cobra nobody"), []);
  });
});

test("an observable is found defanged or not; a domain finds those below it, a range what lies in it", async () => {
  await withNode(async (node) => {
    await node.admit(OWN, indicator(1, "[domain-name:value = 'evil.example']"));
    await node.admit(OWN, indicator(2, "[domain-name:value = 'mail.evil.example']"));
    await node.admit(OWN, indicator(3, "[ipv4-addr:value = '192.0.2.77']"));
    await node.admit(OWN, indicator(4, "[ipv4-addr:value = '192.0.2.0/24']"));
    await node.admit(OWN, indicator(5, "[ipv4-addr:value = '198.51.100.1']"));
    const why = async (text: string) => {
      const { sections, understoodAs } = await node.search(text);
      const hits = sections.flatMap(({ hits }) => hits.map(({ title, by }) => [title, by.kind, by.text]));
      return { hits, value: understoodAs?.value };
    };
    assert.deepEqual(await why("hxxp://evil[.]example/x"), { hits: [], value: "http://evil.example/x" });
    assert.deepEqual(await why("evil[.]example"), {
      hits: [
        ["indicator 1", "value", "evil.example"],
        ["indicator 2", "subdomain", "mail.evil.example"],
      ],
      value: "evil.example",
    });
    assert.deepEqual((await why("192.0.2.77")).hits, [
      ["indicator 4", "around", "192.0.2.0/24"],
      ["indicator 3", "value", "192.0.2.77"],
    ]);
    assert.deepEqual((await why("192.0.2.64/26")).hits, [
      ["indicator 4", "around", "192.0.2.0/24"],
      ["indicator 3", "within", "192.0.2.64/26"],
    ]);
  });
});

test("the newest version alone is found; of the older one no word is left, in the index or in the file", async () => {
  await withNode(async (node) => {
    await node.admit(OWN, group(1, { name: "Quetzalcoatl", description: "plumed" }));
    assert.deepEqual(await titles(node, "quetzal"), ["Quetzalcoatl"]);
    await node.admit(OWN, group(1, { name: "Tezcatlipoca", modified: at(1) }));
    assert.deepEqual(await titles(node, "quetzal"), []);
    assert.deepEqual(await titles(node, "Quetzalcoatl"), [], "nor as an exact name");
    assert.deepEqual(await titles(node, "tezcatlipoca"), ["Tezcatlipoca"]);
    // A copy by somebody who is not the writer of the id is none of its versions.
    await node.admit(fromPeer(ALLY), group(1, { name: "Huitzilopochtli", modified: at(2) }));
    assert.deepEqual(await titles(node, "huitzilopochtli"), []);
    // On PostgreSQL a row that is removed leaves its file when the server vacuums.
    if (dialectOf(node.database.objects) === "postgresql") return;
    const file = new DatabaseSync(join(node.home, "objects.db"), { readOnly: true });
    const words = file.prepare("select count(*) as n from search_words_data where instr(block, ?) > 0");
    const left = (word: string) => words.get(Buffer.from(word))?.n;
    assert.equal(left("quetzal"), 0);
    assert.notEqual(left("tezcatl"), 0, "the same question finds what is there");
    file.close();
  });
});

test("a stricter label moves an object to the facet and filter of that label", async () => {
  await withNode(async (node) => {
    await node.admit(fromSource("feed"), group(1, { name: "Andariel" }), "green");
    await node.admit(fromSource("feed"), group(1, { name: "Andariel" }), "red");
    assert.deepEqual(await titles(node, "andariel", { label: "green" }), []);
    assert.deepEqual(await titles(node, "andariel", { label: "red" }), ["Andariel"]);
    assert.equal((await node.search("andariel")).label, "red");
  });
});

test("filters hold alone and together, as is, is not and since; facets count what they leave", async () => {
  await withNode(async (node) => {
    const lazarus = group(1, { name: "Lazarus", object_marking_refs: [TLP_MARKING.green] });
    await node.admit(OWN, lazarus);
    await node.admit(
      fromPeer(ALLY),
      group(2, { name: "Kimsuky", modified: "2020-05-01T00:00:00.000Z", created: "2020-05-01T00:00:00.000Z" }),
    );
    await node.admit(fromSource("feed, one"), indicator(3, "[domain-name:value = 'evil.example']"), "amber");
    await node.admit(OWN, {
      type: "relationship",
      spec_version: "2.1",
      id: "relationship--00000000-0000-4000-8000-000000000004",
      created: at(0),
      modified: at(0),
      relationship_type: "indicates",
      source_ref: indicator(3, "").id,
      target_ref: lazarus.id,
    });
    const only = { type: "intrusion-set,indicator" };
    assert.deepEqual((await titles(node, "", only)).sort(), ["Kimsuky", "Lazarus", "indicator 3"]);
    assert.deepEqual(await titles(node, "", { ...only, side: "theirs" }), ["Kimsuky"]);
    assert.deepEqual((await titles(node, "", { ...only, side: "-theirs" })).sort(), ["Lazarus", "indicator 3"]);
    assert.deepEqual(await titles(node, "", { source: "source:feed%2C one" }), ["indicator 3"]);
    assert.deepEqual(await titles(node, "", { ...only, label: "none" }), ["Kimsuky"]);
    assert.deepEqual((await titles(node, "", { actor: lazarus.id })).sort(), ["Lazarus", "indicator 3"]);
    assert.deepEqual(await titles(node, "", { ...only, from: "2020-01-01", to: "2020-05-01" }), ["Kimsuky"]);
    assert.deepEqual(await titles(node, "", { ...only, from: "30d", to: "2020-12-31" }), []);
    const { facets, total } = await node.search("", { type: "-identity,relationship" });
    assert.equal(total.count, 1);
    assert.deepEqual(facets.type, [{ value: "relationship", count: 1, more: false }]);
    const of = await node.search("", only);
    assert.deepEqual(
      of.facets.actor.map(({ name, count }) => [name, count]),
      [
        ["Lazarus", 2],
        ["Kimsuky", 1],
      ],
    );
    assert.deepEqual(of.facets.source.map(({ name, count }) => [name, count]).sort(), [
      ["KOR", 1],
      ["USA", 1],
      ["feed, one", 1],
    ]);
    await assert.rejects(node.search("", { from: "yesterday" }), { code: "input-invalid" });
    await assert.rejects(node.search("", { cursor: "e30", open: "indicator" }), { code: "input-invalid" });
  });
});

test("nothing that a person types breaks the search", async () => {
  await withNode(async (node) => {
    await node.admit(OWN, group(1, { name: "a AND b" }));
    for (const text of [
      '"',
      'a"b',
      "AND",
      "NOT",
      "NEAR(a b)",
      "a*",
      "names : a",
      "(",
      "10.0.0.1",
      "-a",
      "^a",
      "'",
      "💥",
      "a\0b",
      "%",
    ]) {
      await node.search(text);
    }
    assert.deepEqual(await titles(node, "AND"), ["a AND b"]);
    assert.deepEqual(await titles(node, "type696e"), [], "the index's own tokens are no words");
  });
});

test("a section that is opened whole goes on where it ended, while others are written", async () => {
  await withNode(async (node) => {
    for (let number = 0; number < 12; number += 1) await node.admit(OWN, group(number, { name: `Group ${number}` }));
    const { sections } = await node.search("group");
    assert.deepEqual([sections[0]?.hits.length, sections[0]?.total.count], [5, 12]);
    await node.admit(OWN, group(99, { name: "Group 99 that came meanwhile" }));
    const seen = [...(sections[0]?.hits ?? [])];
    const next = await node.search("group", { open: "intrusion-set", cursor: sections[0]?.cursor ?? "" });
    seen.push(...(next.sections[0]?.hits ?? []));
    const names = new Set(seen.map(({ title }) => title));
    for (let number = 0; number < 12; number += 1) assert.ok(names.has(`Group ${number}`), `Group ${number}`);
    assert.equal(seen.length, new Set(seen.map(({ id }) => id)).size, "none twice");
  });
});

test("thousands of hits come newest first, all of them once, and bury no actor", { timeout: 120_000 }, async () => {
  await withNode(async (node) => {
    await node.admit(OWN, group(1, { name: "Masses behind it", description: "other" }));
    await node.admit(OWN, group(2, { name: "Other", description: "masses" }));
    const all = Array.from({ length: 5_300 }, (_, number) =>
      indicator(number, `[domain-name:value = 'n${number}.example']`, { description: "masses" }),
    );
    await node.admitAll(all);
    const first = await node.search("mass");
    assert.deepEqual(
      [first.total.count, first.sections.map(({ type }) => type)],
      [5_302, ["intrusion-set", "indicator"]],
    );
    assert.deepEqual(
      first.sections[0]?.hits.map(({ title }) => title),
      ["Masses behind it", "Other"],
    );
    assert.deepEqual(first.sections[1]?.hits[0]?.title, "indicator 5299");
    assert.equal(first.facets.type.find(({ value }) => value === "indicator")?.count, 5_300);
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = (await node.search("mass", { open: "indicator", ...(cursor ? { cursor } : {}) })).sections[0];
      seen.push(...(page?.hits.map(({ id }) => id) ?? []));
      if (!page?.cursor) break;
      cursor = page.cursor;
    }
    assert.deepEqual([seen.length, new Set(seen).size], [5_300, 5_300]);
    const [exact] = (await node.search("n7[.]example", { type: "indicator" })).sections;
    assert.deepEqual(
      exact?.hits.map(({ title, by }) => [title, by.kind]),
      [["indicator 7", "value"]],
    );
  });
});

test("over real data the index finds what a scan of every text finds", { timeout: 300_000 }, async () => {
  await withNode(async (node) => {
    await node.importReferenceSet();
    await node.importList("konni");
    await node.admit(OWN, group(1, { name: "라자루스", description: "북한의 위협 그룹. 합동훈련 réseau." }));
    const heads = await node.database.objects
      .selectFrom("heads")
      .innerJoin("versions", "versions.version_id", "heads.version_id")
      .select(["versions.id", "versions.bytes"])
      .execute();
    assert.ok(heads.length > 2000, `only ${heads.length} objects`);
    const texts = heads.map(({ id, bytes }) => {
      const { names, aliases, texts, rest } = textOfObject(objectOf({ bytes }));
      return { id, all: folded([...names, ...aliases, ...texts, ...rest].join("\n")) };
    });
    const scanned = (text: string) => {
      // Words begin where no letter or digit stands before them; signs of Hangul are found anywhere.
      const words = text.split(" ").map((word, index, all) => {
        if (/\p{Script=Hangul}/u.test(word)) return new RegExp(word, "u");
        const end = index === all.length - 1 ? "" : "(?![\\p{L}\\p{N}])";
        return new RegExp(`(?<![\\p{L}\\p{N}])${word.replaceAll(".", "[^\\p{L}\\p{N}]+")}${end}`, "u");
      });
      return texts.filter(({ all }) => words.every((word) => word.test(all))).map(({ id }) => id);
    };
    for (const text of [
      "북한",
      "위협",
      "훈련",
      "라자루스",
      "한",
      "reseau",
      "lazarus",
      "power",
      "spear phishing",
      "t1059.001",
      "remote access",
      "com",
      "group uses",
    ]) {
      const expected = scanned(text).sort();
      assert.ok(expected.length > 0, text);
      const found: string[] = [];
      const { sections, total } = await node.search(text);
      for (const { type } of sections) {
        for (let cursor: string | undefined; ; ) {
          const page = (await node.search(text, { open: type, ...(cursor ? { cursor } : {}) })).sections[0];
          found.push(...(page?.hits.map(({ id }) => id) ?? []));
          if (!page?.cursor) break;
          cursor = page.cursor;
        }
      }
      assert.equal(total.count, expected.length, text);
      assert.deepEqual(found.sort(), expected, text);
    }
  });
});

test("a file of the hits holds the search, and every hit as it is; a cell that would compute does not", async () => {
  await withNode(async (node) => {
    await node.admit(
      fromSource("feed"),
      group(1, { name: "=HYPERLINK(1)", description: 'says "cobra", twice' }),
      "amber",
    );
    await node.admit(OWN, group(2, { name: "Cobra" }));
    await node.admit(OWN, indicator(3, "[domain-name:value = 'cobra.example']"));
    const filters = readFilters({ type: "intrusion-set" }, Date.now());
    const wanted = { text: "cobra", filters, ...node.naming, written: { q: "cobra", type: "intrusion-set" } };
    const csv = (await exportHits(node, { ...wanted, format: "csv" })).content.split("\r\n");
    assert.equal(csv[0], "Search in Entente: q=cobra type=intrusion-set (2 objects)");
    assert.deepEqual(
      csv.slice(2, 4).map((line) => line.split(",").slice(1, 3)),
      [
        ["intrusion-set", "Cobra"],
        ["intrusion-set", "'=HYPERLINK(1)"],
      ],
    );
    const { content } = await exportHits(node, { ...wanted, format: "stix" });
    const [grouping, ...objects] = JSON.parse(content).objects;
    assert.match(grouping.name, /q=cobra type=intrusion-set/);
    assert.deepEqual(grouping.object_marking_refs, [TLP_MARKING.amber], "the label that the feed was given");
    assert.deepEqual(objects.map(({ name }: { name: string }) => name).sort(), ["=HYPERLINK(1)", "Cobra"]);
    const again = await importFile(node, {
      source: "again",
      label: "amber",
      name: "x.json",
      bytes: Buffer.from(content),
    });
    assert.deepEqual([again.read, again.refusedCount], [3, 0], "it is a bundle that a node takes in");
  });
});

test("what was held before there was a search is found after a catch-up, and the check says what is missing", async () => {
  await withNode(async (node) => {
    await node.admit(OWN, group(1, { name: "Quetzalcoatl" }));
    assert.deepEqual(await searchProblems(node.database.objects), []);
    const isSqlite = dialectOf(node.database.objects) === "sqlite";
    const behind = (...statements: string[]) =>
      withPlainSql(node.home, "objects", async ({ run }) => {
        for (const statement of statements) await run(statement);
      });
    await behind(
      "delete from searchable",
      "delete from search_values",
      "delete from search_actors",
      isSqlite ? "insert into search_words (search_words) values ('delete-all')" : "delete from search_words",
    );
    assert.equal((await searchProblems(node.database.objects)).length, 2, "our own identity, and the group");
    await behind("insert into search_waiting select version_id from heads");
    assert.deepEqual(await titles(node, "quetzalcoatl"), []);
    await fillIndex(node.database);
    assert.deepEqual(await titles(node, "quetzalcoatl"), ["Quetzalcoatl"]);
    assert.deepEqual(await searchProblems(node.database.objects), []);
  });
});
