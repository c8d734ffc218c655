import assert from "node:assert/strict";
import { ask } from "@entente/node/command-line";
import { type Alliance, makeAlliance, type Side, until } from "./alliance.ts";
import { bothSides, ledgerProblems, valueIn } from "./both-sides.ts";
import { agreeOnText, draftText, writeMechanism } from "./joint-text.ts";
import { report, tokenOf, writeOwn } from "./own-objects.ts";
import { seeded } from "./random.ts";

const PER_ROUND = 30;
const CATCH_UP = { timeoutMs: 30_000, everyMs: 100 };

/** Kills either node at a random moment of a release, many times; then nothing is lost, nothing twice, all proven. */
export async function cutPowerWhileReleasing(rounds: number, seed: number): Promise<void> {
  const random = seeded(seed);
  const alliance = await makeAlliance();
  const { korea, unitedStates } = alliance;
  try {
    await Promise.all([alliance.start(korea), alliance.start(unitedStates)]);
    const token = await tokenOf(korea, "Releasing officer");
    for (let round = 0; round < rounds; round += 1) {
      const reports = Array.from({ length: PER_ROUND }, (_, index) => report(korea, { name: `${round}/${index}` }));
      await writeOwn(korea, reports);
      const decided = ask(korea.home, "release", {
        ids: reports.map(({ id }) => id),
        to: "USA",
        reason: "test",
        dryRun: false,
        token,
      }).catch(() => undefined);
      const victim = random() < 0.5 ? korea : unitedStates;
      await killAfter(alliance, victim, random() * 250);
      await decided;
      await alliance.start(victim);
    }
    await caughtUp(korea, unitedStates);
    soundAtBoth(alliance);
    assert.ok((await bothSides(korea, unitedStates)).shown.length > 0, "something was released");
  } finally {
    await alliance.close();
  }
}

/** The same from the draft of a joint text to its publication: it is public at both, once. */
export async function cutPowerWhilePublishing(rounds: number, seed: number): Promise<void> {
  const random = seeded(seed);
  const alliance = await makeAlliance();
  const { korea, unitedStates } = alliance;
  try {
    await Promise.all([alliance.start(korea), alliance.start(unitedStates)]);
    await writeMechanism(alliance);
    const text = await draftText(korea, `Round of power cuts, seed ${seed}.`);
    const killing = killRepeatedly(alliance, rounds, random);
    await Promise.all([agreeOnText(alliance, text.id, killing.restarted), killing.done]);
    for (const side of [korea, unitedStates]) {
      const accords = () =>
        valueIn(
          side,
          "select count(*) from views where party = 'PUBLIC' and type = 'entente-accord' and closed_at is null",
        );
      assert.equal(await until(accords, (count) => Number(count) > 0, { timeoutMs: 120_000, everyMs: 250 }), 1);
    }
    await caughtUp(korea, unitedStates);
    await caughtUp(unitedStates, korea);
    soundAtBoth(alliance);
  } finally {
    await alliance.close();
  }
}

async function killAfter(alliance: Alliance, side: Side, ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  await alliance.stop(side, "SIGKILL");
}

function killRepeatedly(alliance: Alliance, rounds: number, random: () => number) {
  let up = Promise.resolve();
  const done = (async () => {
    for (let round = 0; round < rounds; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200 + random() * 800));
      const victim = random() < 0.5 ? alliance.korea : alliance.unitedStates;
      up = alliance.stop(victim, "SIGKILL").then(() => alliance.start(victim));
      await up;
    }
  })();
  return { done, restarted: () => up };
}

async function caughtUp(at: Side, to: Side): Promise<void> {
  const same = ({ shown, admitted }: Awaited<ReturnType<typeof bothSides>>) =>
    JSON.stringify(shown) === JSON.stringify(admitted);
  const running = () => valueIn(at, "select count(*) from decisions where state = 'running' and not_before is null");
  await until(running, (count) => count === 0, CATCH_UP);
  const { shown, admitted } = await until(() => bothSides(at, to), same, CATCH_UP);
  assert.deepEqual(admitted, shown);
  assert.equal(new Set(shown).size, shown.length, "nothing twice");
}

function soundAtBoth({ korea, unitedStates }: Alliance): void {
  assert.deepEqual([ledgerProblems(korea), ledgerProblems(unitedStates)], [[], []]);
}
