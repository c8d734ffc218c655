import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { statusOf } from "../http/problem.ts";
import { EntenteError, type ErrorCode, type ErrorKind } from "./errors.ts";

const SOURCE = readFileSync(new URL("errors.ts", import.meta.url), "utf8");
const DOCUMENT = readFileSync(new URL("../../../docs/errors.md", import.meta.url), "utf8");

type Row = { readonly code: string; readonly kind: string; readonly status: number; readonly words: readonly string[] };

/** The members of the union, as they are written. */
function codesIn(source: string): string[] {
  const union = /export type ErrorCode =([\s\S]*?);/.exec(source)?.[1] ?? "";
  return Array.from(union.matchAll(/"([a-z-]+)"/g), ([, code = ""]) => code);
}

function rowsIn(document: string): Row[] {
  const lines = document.split("\n").filter((line) => line.startsWith("| `"));
  return lines.map((line) => {
    const [code = "", kind = "", status = "", ...words] = line.slice(2, -2).split(" | ");
    return { code: code.replaceAll("`", ""), kind, status: Number(status), words };
  });
}

test("docs/errors.md has exactly one row per code, in the order of the source", () => {
  const codes = codesIn(SOURCE);
  assert.ok(codes.length > 30, `only ${codes.length} codes were read`);
  assert.deepEqual(
    rowsIn(DOCUMENT).map(({ code }) => code),
    codes,
  );
  const one = "| `internal` | unacceptable | 500 | A fault. | Report it. |";
  assert.notDeepEqual(
    rowsIn(one).map(({ code }) => code),
    codes,
  );
});

test("each row gives the status that the code is answered with, and says what happened and what to do", () => {
  for (const { code, kind, status, words } of rowsIn(DOCUMENT)) {
    assert.match(kind, /^(?:unproven|unacceptable|unavailable)$/, code);
    const error = new EntenteError({ code: code as ErrorCode, kind: kind as ErrorKind, message: code });
    assert.equal(status, statusOf(error), code);
    assert.equal(words.length, 2, code);
    for (const text of words) assert.match(text, /^\S.*\.$/, code);
  }
});
