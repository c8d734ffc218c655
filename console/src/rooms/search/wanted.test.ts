import assert from "node:assert/strict";
import { test } from "node:test";
import { between, choiceOf, queryOf, readWanted, toggled, withChoice } from "./wanted.ts";

test("an address gives the search back, whatever stands in it", () => {
  assert.deepEqual(readWanted({ q: 2023, type: "indicator", page: "7", open: null }), { q: "2023", type: "indicator" });
  assert.equal(queryOf({ q: "북한 & more", type: "-report" }), "q=%EB%B6%81%ED%95%9C+%26+more&type=-report");
});

test("a value with a comma, a percent sign or a minus stays one value", () => {
  for (const value of ["source:a, b", "-x", "50%", "source:c%2C"]) {
    const { source } = withChoice({}, "source", { is: [value], isNot: ["source:other"] });
    assert.deepEqual(choiceOf(source), { is: [value], isNot: ["source:other"] }, value);
  }
});

test("a value is taken in and out; the open section goes with the search that it belonged to", () => {
  const one = toggled({ q: "x", open: "indicator" }, "type", "malware");
  assert.deepEqual(one, { q: "x", type: "malware" });
  assert.deepEqual(toggled(one, "type", "malware"), { q: "x" });
  assert.deepEqual(toggled({ type: "-malware" }, "type", "malware"), { type: "malware" });
  assert.deepEqual(between({ q: "x", to: "2020-01-01" }, "30d", undefined), { q: "x", from: "30d" });
});
