import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { LISTS } from "../../../demo/lists.ts";
import { patternOf } from "./list-indicator.ts";
import { readList } from "./read-list.ts";
import { readValue } from "./read-value.ts";

test("every line of the shipped lists is one value, of the kind that it is", () => {
  const kinds = Object.fromEntries(
    Object.entries(LISTS).map(([name, { file, values: expected }]) => {
      const { values, refused } = readList(readFileSync(file, "utf8"));
      assert.deepEqual([values.length, refused], [expected, []], name);
      const counts: Record<string, number> = {};
      for (const { value } of values) counts[value.kind] = (counts[value.kind] ?? 0) + 1;
      return [name, counts];
    }),
  );
  assert.deepEqual(kinds, {
    kimsuky: { host: 25_933, path: 111, url: 76, endpoint: 96, "host-path": 277 },
    konni: { host: 291, path: 17, url: 11, endpoint: 18, "host-path": 61 },
    // 3,903 domains and four addresses.
    lazarus: { host: 3_907, path: 99, url: 166, endpoint: 871, "host-path": 530 },
    bluenoroff: { host: 2_074, path: 8, url: 6, endpoint: 51, "host-path": 1 },
  });
});

test("a reference holds for the lines below it, until the next block", () => {
  const { values } = readList(
    [
      "# A list",
      "# Reference: https://one.example/a (Korean)",
      "# Referemce: https://two.example/b",
      "",
      "a.example",
      "b.example",
      "# Reference: no address",
      "a.example",
      "# APK",
      "c.example",
    ].join("\r\n"),
  );
  const one = { source_name: "one.example", url: "https://one.example/a", description: "Korean" };
  const two = { source_name: "two.example", url: "https://two.example/b" };
  assert.deepEqual(
    values.map(({ line, text, occurrence, references }) => [line, text, occurrence, references]),
    [
      [5, "a.example", 1, [one, two]],
      [6, "b.example", 1, [one, two]],
      [8, "a.example", 2, [{ source_name: "reference", description: "no address" }]],
      [10, "c.example", 1, []],
    ],
  );
});

test("a bad line is named with its number and the rest goes in", () => {
  const { values, refused } = readList(
    `ok.example\ntwo words\n999.1.2.3\n${"a".repeat(5000)}\n1.2.3.4:70000\nlast.example`,
  );
  assert.deepEqual(
    values.map(({ text }) => text),
    ["ok.example", "last.example"],
  );
  assert.deepEqual(
    refused.map(({ line, reason }) => [line, reason.split(",")[0]]),
    [
      [2, "a line holds one value"],
      [3, "no domain"],
      [4, "a line has at most 4096 characters"],
      [5, "no domain"],
    ],
  );
});

test("each kind of value has the pattern that STIX means by it", () => {
  const patterns: Record<string, string> = {
    "Evil.Example": "[domain-name:value = 'evil.example']",
    "192.0.2.1": "[ipv4-addr:value = '192.0.2.1']",
    "192.0.2.0/24": "[ipv4-addr:value = '192.0.2.0/24']",
    "2001:DB8:0::1": "[ipv6-addr:value = '2001:db8::1']",
    "192.0.2.1:8080": "[network-traffic:dst_ref.value = '192.0.2.1' AND network-traffic:dst_port = 8080]",
    "HTTP://Evil.Example/It's": "[url:value = 'http://evil.example/It\\'s']",
    "evil.example/a": "[url:value = 'http://evil.example/a' OR url:value = 'https://evil.example/a']",
    "/inc/go.php": "[network-traffic:extensions.'http-request-ext'.request_value = '/inc/go.php']",
    D41D8CD98F00B204E9800998ECF8427E: "[file:hashes.'MD5' = 'd41d8cd98f00b204e9800998ecf8427e']",
    "a@evil.example": "[email-addr:value = 'a@evil.example']",
  };
  for (const [text, pattern] of Object.entries(patterns)) {
    const value = readValue(text, "listed");
    assert.equal(value && patternOf(value), pattern, text);
  }
});
