import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { type RunningNode, startNode } from "@entente/node";
import { ask } from "@entente/node/command-line";
import { type Alliance, makeAlliance, type Side, until } from "./alliance.ts";
import { bothSides, valueIn } from "./both-sides.ts";
import { report, tokenOf, writeOwn } from "./own-objects.ts";

const PULL_EVERY_MS = 3_000;
/** A hint arrives in tens of milliseconds; what has not come by then was not hinted at. */
const HINTED_WITHIN_MS = 1_000;

let alliance: Alliance;
let korea: RunningNode | undefined;
before(async () => {
  alliance = await makeAlliance({ pullEveryMs: PULL_EVERY_MS });
  await alliance.start(alliance.unitedStates);
});
after(async () => {
  await korea?.close();
  await alliance.close();
});

test("with the hint blocked an object arrives by schedule", async () => {
  const { unitedStates, korea: side } = alliance;
  korea = await startNode({ home: side.home, wakeUp: false });
  await arrived(unitedStates, await released(side));
  // Right after a round, so that the next one is a whole interval away.
  const from = Date.now();
  const id = await released(side);
  const took = (await arrived(unitedStates, id)) - from;
  assert.ok(took > HINTED_WITHIN_MS, `${took} ms: nothing told the ally`);
  assert.ok(took < PULL_EVERY_MS + 5_000, `${took} ms: one interval, and the time to take it in`);
});

test("with the hint it does not wait for the schedule", async () => {
  const { unitedStates, korea: side } = alliance;
  await korea?.close();
  korea = await startNode({ home: side.home });
  await arrived(unitedStates, await released(side));
  const from = Date.now();
  const took = (await arrived(unitedStates, await released(side))) - from;
  assert.ok(took < PULL_EVERY_MS - 500, `${took} ms`);
});

test("with the ally's node down for a while, what was released meanwhile arrives on its return, once", async () => {
  const { unitedStates, korea: side } = alliance;
  await alliance.stop(unitedStates, "SIGKILL");
  const ids = [await released(side), await released(side)];
  await delay(2 * PULL_EVERY_MS);
  for (const id of ids) assert.equal(await isHeld(unitedStates, id), false);
  await alliance.start(unitedStates);
  for (const id of ids) await arrived(unitedStates, id);
  const { shown, admitted } = await bothSides(side, unitedStates);
  assert.deepEqual(admitted, shown);
});

/** Writes a report and releases it: the answer comes when it stands in the ally's view here. */
async function released(side: Side): Promise<string> {
  const object = report(side, { name: "By schedule" });
  await writeOwn(side, [object]);
  const decided = { ids: [object.id], to: "USA", reason: "test", dryRun: false, token: await officer(side) };
  const { decision } = await ask<{ decision: string }>(side.home, "release", decided);
  await until(
    async () => valueIn(side, "select state from decisions where decision = ?", decision),
    (state) => state === "done",
  );
  return object.id;
}

const tokens = new Map<Side, Promise<string>>();
function officer(side: Side): Promise<string> {
  const token = tokens.get(side) ?? tokenOf(side, "Releasing officer");
  tokens.set(side, token);
  return token;
}

async function arrived(side: Side, id: string): Promise<number> {
  await until(
    () => isHeld(side, id),
    (held) => held,
    { timeoutMs: 30_000 },
  );
  return Date.now();
}

async function isHeld(side: Side, id: string): Promise<boolean> {
  return (await valueIn(side, "select 1 from heads where id = ?", id)) === 1;
}
