import assert from "node:assert/strict";
import { test } from "node:test";
import { TLP_MARKING } from "@entente/stix";
import { fromPeer, OWN, readOwnObject } from "#objects";
import { admit, withTwoNodes } from "../sessions/test/two-nodes.ts";
import { announcements } from "./events.ts";

const at = "2026-01-01T00:00:00.000Z";

function report(author: string) {
  const id = `report--${crypto.randomUUID()}`;
  const common = { type: "report", spec_version: "2.1", id, created_by_ref: author, created: at, modified: at };
  const said = { name: "On Konni", published: at, object_refs: [author], object_marking_refs: [TLP_MARKING.green] };
  return readOwnObject({ ...common, ...said });
}

test("an announcement names the peer of what was admitted from there, and of nothing else", () =>
  withTwoNodes(async (korea, unitedStates) => {
    const [party, ours] = [korea.ownParty.id, unitedStates.ownParty.id];
    const [theirReport, ownReport] = [report(party), report(ours)];
    await admit(unitedStates, fromPeer(party), theirReport);
    await admit(unitedStates, OWN, ownReport);
    const db = unitedStates.database.objects;
    const admitted = new Map([["objects", new Set([theirReport.id, ownReport.id])]]);
    assert.deepEqual(await announcements(db, admitted), [
      { rooms: ["objects"], ids: [theirReport.id], from: party },
      { rooms: ["objects"], ids: [ownReport.id] },
    ]);
    // An act of our own at what the peer wrote is no arrival.
    const touched = new Map([["sessions", new Set([theirReport.id])]]);
    assert.deepEqual(await announcements(db, touched), [{ rooms: ["sessions"], ids: [theirReport.id] }]);
    assert.deepEqual(await announcements(db, new Map([["views", new Set()]])), [{ rooms: ["views"], ids: [] }]);
  }));

test("a report is announced before the indicators that would crowd it out", () =>
  withTwoNodes(async (_korea, { database }) => {
    const indicators = Array.from({ length: 400 }, () => `indicator--${crypto.randomUUID()}`);
    const last = `report--${crypto.randomUUID()}`;
    const [changed] = await announcements(database.objects, new Map([["objects", new Set([...indicators, last])]]));
    assert.equal(changed?.ids.length, 200);
    assert.equal(changed?.ids[0], last);
  }));
