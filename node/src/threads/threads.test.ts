import assert from "node:assert/strict";
import { test } from "node:test";
import { SUGGESTED_CONCLUSION, SUGGESTED_DISPOSITION } from "../../../demo/conclusion.ts";
import { BODY, CONSULTATION_SESSION, EIGHTH_SESSION, ITEM, THREAD } from "../../../demo/mechanism/index.ts";
import type { ThreadPoint, ThreadView } from "../http/api.ts";
import { cross, withTwoNodes } from "../sessions/test/two-nodes.ts";
import { dated, isAhead, order } from "./dates.ts";
import { readThread } from "./read-thread.ts";

test("what is known by its year alone comes after its days, a founding before them", () => {
  const days = ["2014-02-07", "2014", "2015-01-01"].map((written) => dated(written)!);
  assert.deepEqual(days.map((one) => order(one)).toSorted(), [order(days[0]!), order(days[1]!), order(days[2]!)]);
  assert.ok(order(dated("2014")!, true) < order(days[0]!));
  assert.deepEqual(days[1], { at: "2014", precision: "year" });
  assert.ok(isAhead(dated("2024-01-02")!, "2024-01-01"));
  assert.ok(!isAhead(dated("2024")!, "2024-01-01"));
});

test("threads", (t) =>
  withTwoNodes(async (korea, unitedStates) => {
    await t.test("the exercise is one line from the tasking of 2013 to January 2024", async () => {
      const ask = await korea.as("analyst");
      const thread = (await ask("GET", `/api/threads/${THREAD.exercise}`)).body as ThreadView;
      assert.deepEqual(
        thread.lanes.map(({ bodyId }) => bodyId),
        [BODY.consultation, BODY.workingGroup, null],
      );
      assert.deepEqual(
        thread.points.map(({ at, lane, expected }) => [at, lane, expected]),
        [
          ["2013", 0, false],
          ["2014-02-07", 1, false],
          ["2022", 0, false],
          ["2023-05-08", 1, false],
          ["2023", 0, true],
          ["2024", 2, false],
        ],
      );
      assert.match(thread.points[0]?.title.en ?? "", /^Session of 2013: Both ministers endorsed/);
      const db = unitedStates.database.objects;
      assert.deepEqual(await readThread(db, THREAD.exercise, { nowMs: Date.now() }), thread);
      // Seen from before, what was still to come is dashed.
      const earlier = await readThread(db, THREAD.exercise, { nowMs: Date.parse("2023-06-01"), from: EIGHTH_SESSION });
      assert.deepEqual(
        earlier?.points.filter(({ expected }) => expected).map(({ at }) => at),
        ["2023", "2024"],
      );
      assert.deepEqual(
        earlier?.points.filter(({ here }) => here).map(({ objectId }) => objectId),
        [EIGHTH_SESSION],
      );
      assert.equal((await ask("GET", `/api/threads/${THREAD.exercise.replace(/.$/, "0")}`)).status, 404);
    });

    await t.test("a conclusion draws the thread on to the answer, which is dashed until it is given", async () => {
      const [inSeoul, inWashington] = [await korea.as("releasing-officer"), await unitedStates.as("releasing-officer")];
      const drawn = async () => {
        const { points } = (await inSeoul("GET", `/api/threads/${THREAD.sharedPicture}`)).body as ThreadView;
        return points.map(({ type, lane, expected }: ThreadPoint) => [type.slice(8), lane, expected]);
      };
      const [session, consultation] = [
        ["session", 1, false],
        ["session", 0, true],
      ];
      assert.deepEqual(await drawn(), [session, consultation]);
      const conclusion = { itemId: ITEM.threats, kind: "conclusion", text: SUGGESTED_CONCLUSION.text, verb: 4 };
      const { id, digest } = (await inSeoul("POST", `/api/sessions/${EIGHTH_SESSION}/outcomes`, conclusion)).body;
      assert.deepEqual(await drawn(), [session, ["outcome", 1, false], consultation]);
      await cross(korea, unitedStates);
      await inWashington("POST", `/api/outcomes/${id}/accept`, { digest });
      await cross(unitedStates, korea);
      const target = { toSessionId: CONSULTATION_SESSION[2023] };
      const carried = (await inSeoul("POST", `/api/outcomes/${id}/carry-up`, target)).body;
      const [outcome, carryUp] = [
        ["outcome", 1, false],
        ["carry-up", 1, false],
      ];
      assert.deepEqual(await drawn(), [session, outcome, carryUp, consultation, ["disposition", 0, true]]);
      await cross(korea, unitedStates);
      await inWashington("POST", `/api/carry-ups/${carried.id}/disposition`, SUGGESTED_DISPOSITION);
      await cross(unitedStates, korea);
      const took = ["session", 0, false];
      assert.deepEqual(await drawn(), [session, outcome, carryUp, took, ["disposition", 0, false]]);
    });
  }));
