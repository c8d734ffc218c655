import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY_FRONTIER, type EntryKind, entryBytes, leafHash, rootOfLeaves } from "@entente/notes";
import { timestampOf } from "@entente/stix";
import { continueLog } from "./continue-log.ts";

const READER = "identity--00000000-0000-4000-8000-000000000001";
const OTHER = "identity--00000000-0000-4000-8000-000000000002";

function leaf(entry: number, { kind = "release" as EntryKind, party = READER } = {}): Buffer {
  const subject = String(entry).padStart(64, "0");
  return entryBytes({
    kind,
    party,
    time: timestampOf(1_683_500_000_000_000 + entry),
    decision: "0".repeat(32),
    subject,
  });
}
const LEAVES = [leaf(0, { kind: "card" }), ...[1, 2, 3, 4, 5, 6].map((entry) => leaf(entry))];
const signed = (leaves: readonly Buffer[]) => ({
  reader: READER,
  size: leaves.length,
  root: rootOfLeaves(leaves.map((bytes) => leafHash(bytes))),
});

test("a log that is taken in by parts is the log that was signed", () => {
  for (let part = 0; part <= LEAVES.length; part += 1) {
    const first = continueLog(EMPTY_FRONTIER, LEAVES.slice(0, part), signed(LEAVES.slice(0, part)));
    const whole = continueLog(first.frontier, LEAVES.slice(part), signed(LEAVES));
    assert.equal(whole.frontier.size, LEAVES.length);
    assert.deepEqual(
      whole.entries.map(({ entry }) => entry),
      LEAVES.map((_leaf, entry) => entry).slice(part),
    );
  }
});

test("another history, a shorter one and one for someone else are not taken", () => {
  const { frontier } = continueLog(EMPTY_FRONTIER, LEAVES.slice(0, 4), signed(LEAVES.slice(0, 4)));
  const rewritten = [...LEAVES.slice(0, 2), leaf(99), ...LEAVES.slice(3)];
  const refused: [string, () => unknown][] = [
    ["rewritten", () => continueLog(frontier, rewritten.slice(4), signed(rewritten))],
    ["same size, other root", () => continueLog(frontier, [], signed(rewritten.slice(0, 4)))],
    ["shorter", () => continueLog(frontier, [], signed(LEAVES.slice(0, 3)))],
    ["left out", () => continueLog(frontier, LEAVES.slice(5), signed(LEAVES))],
    ["flipped", () => continueLog(frontier, [...LEAVES.slice(4, 6), leaf(7)], signed(LEAVES))],
    ["no entry", () => continueLog(EMPTY_FRONTIER, [Buffer.from("{}")], signed([Buffer.from("{}")]))],
    ["no card first", () => continueLog(EMPTY_FRONTIER, [leaf(0)], signed([leaf(0)]))],
  ];
  const foreign = [leaf(0, { kind: "card", party: OTHER })];
  refused.push(["for another", () => continueLog(EMPTY_FRONTIER, foreign, signed(foreign))]);
  for (const [what, take] of refused) assert.throws(take, { code: "proof-failed", kind: "unproven" }, what);
});
