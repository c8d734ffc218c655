import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import en from "./en/index.ts";

const ROOT = new URL("../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");
const folder = (path: string) =>
  readdirSync(new URL(path, ROOT))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => read(`${path}/${name}`))
    .join("\n");

/** Every id that the node sends and the console says: where they stand, and the message of each. */
const SAID = [
  {
    what: "refusals of sessions",
    in: read("node/src/sessions/impossible.ts"),
    id: /^ {2}"([\w-]+)": \[/gm,
    as: "why",
    least: 11,
  },
  {
    what: "refusals of joint texts",
    in: read("node/src/texts/impossible.ts"),
    id: /^ {2}"([\w-]+)": \{/gm,
    as: "why",
    least: 20,
  },
  {
    what: "refused second persons",
    in: read("node/src/release/approve-decision.ts").match(/type SecondRefusal = .*;/)?.[0] ?? "",
    id: /"([\w-]+)"/g,
    as: "why",
    least: 4,
  },
  { what: "refused edits", in: folder("node/src/release"), id: /why: "([\w-]+)"/g, as: "why", least: 4 },
  {
    what: "why something waits",
    in: read("node/src/sessions/waiting.ts"),
    id: /(?:\?\? (?:withParty\()?|\? )"([\w-]+)"/g,
    as: "why",
    least: 4,
  },
  {
    what: "second persons awaited",
    in: read("node/src/sessions/waiting.ts"),
    id: /"another-person-decides" : "([\w-]+)"/g,
    as: "why",
    least: 1,
  },
  {
    what: "texts that wait",
    in: read("node/src/sessions/joint-texts.ts").match(/TASKS = .*;/)?.[0] ?? "",
    id: /(\w+):/g,
    as: "why.text-waits-for",
    least: 3,
  },
  {
    what: "reasons of the release rule",
    in: read("node/src/release/rules.ts"),
    id: /reason\("R\d+", "([\w-]+)"/g,
    as: "releases.code",
    least: 14,
  },
  {
    what: "other reasons of a dry run",
    in: folder("node/src/release"),
    id: /rule: "R\d+", code: "([\w-]+)"/g,
    as: "releases.code",
    least: 5,
  },
  {
    what: "reasons of quarantine",
    in: folder("node/src/objects") + folder("node/src/peers"),
    id: /reason: "([\w-]+)"/g,
    as: "exchange.reason",
    least: 4,
  },
  {
    what: "errors",
    in: read("node/src/kernel/errors.ts").split("export type ErrorKind")[0] ?? "",
    id: /\| "([\w-]+)"/g,
    as: "problem",
    least: 30,
  },
  {
    what: "forms of a session",
    in: read("packages/stix/src/types/entente/sessions.ts").match(/form: oneOf\(.*\)/)?.[0] ?? "",
    id: /"([\w-]+)"/g,
    as: "sessions.form",
    least: 4,
  },
  {
    what: "fields of statements",
    in: folder("demo/mechanism"),
    id: /field: ["`]([a-z-]+?)-?["`$]/g,
    as: "field",
    least: 6,
  },
] as const;

for (const { what, in: source, id, as, least } of SAID) {
  test(`the console has words for: ${what}`, () => {
    const ids = [...new Set([...source.matchAll(id)].flatMap(([, found]) => found ?? []))];
    assert.ok(ids.length >= least, `only ${ids.length} found: ${ids.join(", ")}`);
    assert.deepEqual(
      ids.filter((one) => !(`${as}.${one}` in en || `${as}-${one}` in en)),
      [],
    );
  });
}

test("what is not built yet is named in every choice of its message", () => {
  const rules = read("node/src/release/rules.ts");
  const literals = [
    ...rules.matchAll(/what: "([\w-]+)"/g),
    ...rules.matchAll(/(?:return|\?|:) "([\w-]+-\w+|expiry)"/g),
  ];
  const whats = [...new Set(literals.flatMap(([, what]) => what ?? []))];
  assert.ok(whats.length >= 5, whats.join(", "));
  for (const what of whats)
    assert.match(en["releases.code.not-built-yet"], new RegExp(` ${what.replaceAll("-", "_")} \\{`));
});
