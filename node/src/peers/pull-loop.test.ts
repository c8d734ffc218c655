import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { retryAfterMs, startPullLoop } from "./pull-loop.ts";

test("hints while a pull runs make one more, never two at the same time", async () => {
  let running = 0;
  let pulls = 0;
  let finish = () => {};
  const loop = startPullLoop(async () => {
    pulls += 1;
    running += 1;
    assert.equal(running, 1);
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    running -= 1;
    return true;
  }, 60_000);
  for (const _hint of [1, 2, 3]) loop.wake();
  finish();
  await new Promise(setImmediate);
  assert.equal(pulls, 2);
  const stopped = loop.stop();
  finish();
  await stopped;
  loop.wake();
  assert.equal(pulls, 2);
});

test("a loop that is not woken pulls by schedule, and later after each failure", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  let pulls = 0;
  let succeeds = true;
  const loop = startPullLoop(async () => {
    pulls += 1;
    return succeeds;
  }, 500);
  const after = async (ms: number) => {
    await new Promise(setImmediate);
    mock.timers.tick(ms);
    await new Promise(setImmediate);
    return pulls;
  };
  assert.equal(await after(499), 1);
  assert.equal(await after(1), 2);
  succeeds = false;
  assert.equal(await after(500), 3);
  assert.equal(loop.isFailing, true);
  assert.equal(await after(500), 4);
  assert.equal(await after(500), 4);
  assert.equal(await after(500), 5);
  await loop.stop();
  mock.timers.reset();
});

test("waiting doubles, up to a minute or the schedule", () => {
  assert.deepEqual(
    [1, 2, 3, 20].map((failures) => retryAfterMs(failures, 10_000)),
    [1000, 2000, 4000, 60_000],
  );
  assert.equal(retryAfterMs(30, 3_600_000), 3_600_000);
});
