import assert from "node:assert/strict";
import { test } from "node:test";
import { fromPeer } from "#objects";
import { GROUPS, KONNI } from "../../../demo/reference-set.ts";
import { ALLY, withNode } from "./test/test-node.ts";
import { understoodInputs } from "./understood-inputs.ts";

const LIST = [
  "evil.example",
  "Mixed.Case.example",
  "192.0.2.7:8080",
  "2001:db8::7",
  "http://198.51.100.9:81/a/b.php",
  "files.example/drop/x.php",
  "/inc/go.php",
  "slip.v.entures",
].join("\n");

test("a value is found in any spelling, and its near twin is not", () =>
  withNode(async (node) => {
    await node.importFile({ name: "list.txt", bytes: Buffer.from(LIST) });
    const known: Record<string, string> = {
      "evil.example": "exact",
      "EVIL[.]example.": "exact",
      "evil (dot) example": "exact",
      "a.b.evil.example": "parent-domain",
      "hxxps://evil[.]example/path?q": "host-of-url",
      "h[tt]p://sub.evil.example:8080/": "parent-domain",
      "evil.example:443": "exact",
      "mixed.case.example": "exact",
      "192.0.2.7": "exact",
      "192[.]0[.]2[.]7:8080": "exact",
      "2001:0db8:0:0:0:0:0:7": "exact",
      "[2001:db8::7]:443": "exact",
      "hxxp://198.51.100.9:81/a/b.php": "exact",
      "198.51.100.9": "host-of-url",
      "meow://files.example/drop/x.php": "exact",
      "files[.]example/drop/x.php": "exact",
      "https://files.example/drop/x.php": "exact",
      "files.example": "host-of-url",
      "/inc/go.php": "exact",
      "slip.v.entures": "exact",
    };
    const unknown = [
      "notevil.example",
      "example",
      "evil.example.org",
      "192.0.2.77",
      "192.0.2.70:8080",
      "2001:db8::70",
      "198.51.100.90",
      "1.198.51.100",
      "files.example.com",
      "xfiles.example",
      "files.example/drop/y.php",
      "/inc/go.ph",
      "http://198.51.100.9:81/a/b.php5",
      "d41d8cd98f00b204e9800998ecf8427e",
      "a@evil.example",
    ];
    const { rows } = await node.lookUp([...Object.keys(known), ...unknown].join("\n"));
    assert.deepEqual(
      Object.fromEntries(rows.slice(0, -unknown.length).map(({ input, matches }) => [input, matches[0]?.via])),
      known,
    );
    // The URL's own text is no exact hit; that its host is listed by another URL says nothing about this one.
    assert.deepEqual(
      rows.slice(-unknown.length).map((row) => [row.input, row.known]),
      unknown.map((input) => [input, false]),
    );
  }));

test("a subdomain under a suffix where anybody may register says nothing of its neighbours", () =>
  withNode(async (node) => {
    await node.importFile({ name: "list.txt", bytes: Buffer.from("github.io\nevil.co.kr\n") });
    const { rows } = await node.lookUp("someone.github.io\ngithub.io\nwww.evil.co.kr\ngood.co.kr");
    assert.deepEqual(
      rows.map(({ known }) => known),
      [false, true, true, false],
    );
  }));

test("the answer says whose it is, what it indicates and under which label; who asked is kept, the values are not", () =>
  withNode(async (node) => {
    await node.importReferenceSet();
    await node.importFile({
      name: "k.txt",
      bytes: Buffer.from("one.example"),
      about: GROUPS.kimsuky.id,
      label: "green",
    });
    const time = "2026-01-01T00:00:00.000Z";
    const indicator = {
      type: "indicator",
      spec_version: "2.1",
      id: "indicator--00000000-0000-4000-8000-000000000001",
      created: time,
      modified: time,
      name: "two.example",
      pattern: "[domain-name:value = 'two.example']",
      pattern_type: "stix",
      valid_from: time,
    };
    await node.admit(fromPeer(ALLY), indicator, "clear");
    const report = {
      type: "report",
      spec_version: "2.1",
      id: "report--00000000-0000-4000-8000-000000000001",
      created: time,
      modified: time,
      published: time,
      name: "On KONNI",
      object_refs: [KONNI.id, indicator.id],
    };
    await node.admit(fromPeer(ALLY), report, "green");
    const { rows } = await node.lookUp("one.example two.example three.example two.example");
    assert.deepEqual(
      rows.map(({ input, matches: [match] }) => [
        input,
        match && [match.side, match.from, match.label, match.indicates, match.standing.kind],
      ]),
      [
        ["one.example", ["ours", "open sources", "green", ["Kimsuky"], "source"]],
        ["two.example", ["theirs", "USA", "clear", ["KONNI"], "from"]],
        ["three.example", undefined],
        ["two.example", ["theirs", "USA", "clear", ["KONNI"], "from"]],
      ],
    );
    assert.equal(rows[1]?.matches[0]?.validFrom, time);
    const audit = await node.database.objects.selectFrom("audit").selectAll().execute();
    assert.deepEqual(
      audit.map(({ person, action, subject }) => [person, action, subject]),
      [["person", "look-up", "4 inputs"]],
    );
    assert.ok(!JSON.stringify(audit).includes("example"));
  }));

test("running text gives its values, a line without any is one row that is not understood", () => {
  const inputs = understoodInputs(
    [
      "Seen on 3 May: hxxp://evil[.]example/a(b), then (192.0.2.1).",
      "",
      "nothing in this line",
      "report.pdf",
      "evil.example,192.0.2.2;2001:db8::1",
    ].join("\n"),
  );
  assert.deepEqual(
    inputs.map(({ input, value, isGuess }) => [input, isGuess ? undefined : value?.kind]),
    [
      ["hxxp://evil[.]example/a(b)", "url"],
      ["192.0.2.1", "host"],
      ["nothing in this line", undefined],
      ["report.pdf", undefined],
      ["evil.example", "host"],
      ["192.0.2.2", "host"],
      ["2001:db8::1", "host"],
    ],
  );
});

test("a look-up has a limit", () =>
  withNode(async (node) => {
    await assert.rejects(node.lookUp("a.example\n".repeat(10_001)), { code: "too-large" });
    assert.equal((await node.lookUp("a.example\n".repeat(10_000))).rows.length, 10_000);
  }));
