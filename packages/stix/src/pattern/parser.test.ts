import assert from "node:assert/strict";
import test from "node:test";
import { parsePattern } from "./parser.ts";
import { printPattern } from "./printer.ts";

// Each operator, qualifier and constant of STIX 9, in the words of its tables and examples.
const READ = [
  "[file:hashes.'SHA-256' = 'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f']",
  "[email-message:from_ref.value MATCHES '.+\\\\@example\\\\.com$' AND email-message:body_multipart[*].body_raw_ref.name MATCHES '^Final Report.+\\\\.exe$']",
  "[file:hashes.MD5 = '79054025255fb1a26e4bc422aef54eb4'] FOLLOWEDBY [windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\foo\\\\bar'] WITHIN 300 SECONDS",
  "[user-account:account_type = 'unix' AND user-account:user_id = '1007' AND user-account:account_login = 'Peter']",
  "[artifact:mime_type = 'application/vnd.tcpdump.pcap' AND artifact:payload_bin MATCHES '\\\\xd4\\\\xc3\\\\xb2\\\\xa1\\\\x02\\\\x00\\\\x04\\\\x00']",
  "[file:name = 'foo.dll' AND file:parent_directory_ref.path = 'C:\\\\Windows\\\\System32']",
  "[file:extensions.'windows-pebinary-ext'.sections[*].entropy > 7.0]",
  "[file:mime_type = 'image/bmp' AND file:magic_number_hex = h'ffd8']",
  "[network-traffic:dst_ref.type = 'domain-name' AND network-traffic:dst_ref.value = 'example.com'] REPEATS 5 TIMES WITHIN 1800 SECONDS",
  "[domain-name:value = 'www.5z8.info' AND domain-name:resolves_to_refs[*].value = '198.51.100.1']",
  "[x509-certificate:issuer = 'CN=WEBMAIL' AND x509-certificate:serial_number = '4c:0b:1d:19:74:86:a7:66:b4:1a:bf:40:27:21:76:28']",
  "([file:name = 'a' AND file:size >= 10] OR [process:pid <= 4]) WITHIN 0.5 SECONDS",
  "[process:name IN ('proccy', 'proximus', 'badproc')]",
  "[EXISTS windows-registry-key:values]",
  "[NOT EXISTS file:hashes OR directory:path LIKE 'C:\\\\Windows\\\\%\\\\foo']",
  "[ipv4-addr:value ISSUBSET '198.51.100.0/24' OR ipv4-addr:value NOT ISSUPERSET '198.51.100.7/32']",
  "[(network-traffic:src_port != 80 OR network-traffic:src_port < -1) AND network-traffic:is_active = false]",
  "[artifact:payload_bin = b'AAEC' AND file:ctime > t'2016-01-01T00:00:00Z' AND process:x[12].y NOT IN (1, 2.5, h'')]",
  "[file:name = 'a'] START t'2016-06-01T00:00:00Z' STOP t'2016-07-01T00:00:00.5Z'",
  "([file:name = 'a'] FOLLOWEDBY [file:name = 'b']) OR ([file:name = 'c'] AND [file:name = 'd'] REPEATS 2 TIMES)",
];

test("every construct of the language is read, and printed as it was", () => {
  for (const pattern of READ) {
    const printed = printPattern(parsePattern(pattern));
    // Parentheses that change nothing are the only thing that may go.
    assert.equal(printed.replace(/[()]/g, ""), pattern.replace(/[()]/g, ""));
    assert.deepEqual(parsePattern(printed), parsePattern(pattern));
  }
});

test("AND binds closer than OR, OR closer than FOLLOWEDBY, a qualifier closest", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => parsePattern(`[x:y = '${name}']`));
  const qualified = { kind: "qualified", expression: d, qualifiers: [{ kind: "within", seconds: "5" }] };
  assert.deepEqual(
    parsePattern("[x:y = 'a'] FOLLOWEDBY [x:y = 'b'] OR [x:y = 'c'] AND [x:y = 'd'] WITHIN 5 SECONDS // end"),
    {
      kind: "followed-by",
      operands: [a, { kind: "or", operands: [b, { kind: "and", operands: [c, qualified] }] }],
    },
  );
  assert.deepEqual(parsePattern("[file:a[3].'b-c'[*] NOT IN (1, 'x''' )]".replace("'''", "'")), {
    kind: "observation",
    comparison: {
      kind: "test",
      path: { type: "file", steps: [{ name: "a" }, { index: 3 }, { name: "b-c" }, { index: "*" }] },
      negated: true,
      operator: "IN",
      values: [
        { kind: "integer", value: "1" },
        { kind: "string", value: "x" },
      ],
    },
  });
});

test("what breaks a rule is refused at its place", () => {
  const wrong: [string, number, RegExp][] = [
    ["", 0, /cut off/],
    ["[]", 1, /object type/],
    ["file:name = 'a'", 0, /begins with/],
    ["[file:name = 'a'", 16, /"]" is missing/],
    ["[file:name = 'a']]", 17, /should end/],
    ["[file:name = 'a'] [file:name = 'b']", 18, /should end/],
    ["([file:name = 'a']", 18, /"\)" is missing/],
    ["[file:name = 'a'] and [file:name = 'b']", 18, /should end/],
    ["[file = 'a']", 6, /":" is missing/],
    ["[file:[0] = 'a']", 6, /property name/],
    ["[file:a[-1] = 'a']", 8, /index/],
    ["[file:a[1.0] = 'a']", 8, /index/],
    ["[file:a[99999999999999999] = 'a']", 8, /index/],
    ["[file:name 'a']", 11, /operator/],
    ["[file:name == = 'a']", 14, /value/],
    ["[NOT file:name = 'a']", 5, /"EXISTS" is missing/],
    ["[EXISTS file:name = 'a']", 18, /"]" is missing/],
    ["[file:size > true]", 13, /order/],
    ["[file:size LIKE 5]", 16, /string/],
    ["[file:name MATCHES b'AAEC']", 19, /string/],
    ["[file:name ISSUBSET ('a')]", 20, /string/],
    ["[file:name IN 'a']", 14, /"\(" is missing/],
    ["[file:name = ('a')]", 13, /value/],
    ["[file:name = TRUE]", 13, /value/],
    ["[file:size = 007]", 13, /integer/],
    ["[file:size = 1e5]", 13, /no part/],
    ["[file:size = 1.]", 14, /"]" is missing/],
    ["[file:name = 'a\\n']", 15, /backslash/],
    ["[file:name = 'a\\", 13, /not closed/],
    ["[file:a = h'abc']", 10, /pairs/],
    ["[file:a = h'xy']", 10, /pairs/],
    ["[file:a = b'AAE']", 10, /Base64/],
    ["[file:a = b'A=EC']", 10, /Base64/],
    ["[file:a = t'2016-02-30T00:00:00Z']", 10, /timestamp/],
    ["[file:a = t'2016-02-03']", 10, /timestamp/],
    ["[file:a = 'b'] WITHIN 0 SECONDS", 22, /above zero/],
    ["[file:a = 'b'] WITHIN 5", 23, /"SECONDS" is missing/],
    ["[file:a = 'b'] WITHIN '5' SECONDS", 22, /number/],
    ["[file:a = 'b'] REPEATS 1.5 TIMES", 23, /whole number/],
    ["[file:a = 'b'] REPEATS -2 TIMES", 23, /whole number/],
    ["[file:a = 'b'] START t'2016-01-01T00:00:00Z'", 44, /"STOP" is missing/],
    ["[file:a = 'b'] START '2016-01-01T00:00:00Z' STOP t'2016-01-01T00:00:00Z'", 21, /timestamp/],
    ["[file:a = 'b'] /* c", 15, /comment/],
  ];
  for (const [pattern, offset, message] of wrong) {
    assert.throws(() => parsePattern(pattern), { code: "pattern-invalid", offset, message }, pattern);
  }
});

test("a pattern made to explode is refused or read in one pass", () => {
  const nested = (depth: number) => `${"(".repeat(depth)}[x:y = 1]${")".repeat(depth)}`;
  assert.deepEqual(parsePattern(nested(64)), parsePattern("[x:y = 1]"));
  assert.throws(() => parsePattern(nested(65)), { rule: "limit", offset: 64 });
  assert.throws(() => parsePattern("(".repeat(1_000_000)), { rule: "limit", offset: 64 });
  assert.throws(() => parsePattern(`[${"(".repeat(500_000)}`), { rule: "limit", offset: 65 });
  assert.throws(() => parsePattern("[x:y = 1]", { maxLength: 8 }), { rule: "limit", offset: 8 });
  const chain = parsePattern(`[${Array.from({ length: 60_000 }, (_, index) => `x:y = ${index}`).join(" OR ")}]`);
  assert.equal(
    chain.kind === "observation" && "operands" in chain.comparison && chain.comparison.operands.length,
    60_000,
  );
  const qualifiers = parsePattern(`[x:y = 1]${" WITHIN 5 SECONDS".repeat(50_000)}`);
  assert.equal(qualifiers.kind === "qualified" && qualifiers.qualifiers.length, 50_000);
  // A regular expression that no engine should be given: it is text here.
  assert.doesNotThrow(() => parsePattern(`[x:y MATCHES '^(a+)+$${"\\\\".repeat(400_000)}']`));
  assert.throws(() => parsePattern(`[x:y = '${"\\\\".repeat(400_000)}`), { offset: 7 });
  assert.throws(() => parsePattern(`[x:y = ${"1".repeat(900_000)}x]`), { offset: 7 });
});
