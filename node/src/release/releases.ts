import type { Database } from "#database";
import type { Clock } from "#kernel/clock";
import { type Approval, approveDecision, decisionVoid } from "./approve-decision.ts";
import { evaluate } from "./evaluate.ts";
import type { Rule } from "./model.ts";
import { type Decided, type NewDecision, recordDecision } from "./record-decision.ts";
import { releaseSlice } from "./release-slice.ts";
import { retryWaiting } from "./retry-waiting.ts";

export type Releases = {
  readonly rules: readonly Rule[];
  dryRun(selection: { party: string; ids: readonly string[] }): ReturnType<typeof evaluate>;
  decide(input: NewDecision): Promise<Decided>;
  /** @throws EntenteError "second-person-refused", "decision-void" */
  approve(approval: Approval): Promise<void>;
  /** Carries out everything that is decided, now and whenever something changes, until `stop`. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

type Parts = {
  readonly database: Database;
  readonly rules: readonly Rule[];
  readonly clock: Clock;
  readonly log: (error: unknown) => void;
};

const LONGEST_TIMER_MS = 60_000;

/** Decides, and carries decisions out: the state lies in the database, so that a restart goes on where it stopped. */
export function createReleases({ database, rules, clock, log }: Parts): Releases {
  const slice = releaseSlice(rules);
  const retry = retryWaiting(rules);
  let running: Promise<void> = Promise.resolve();
  let again = false;
  let stopped = true;
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe = () => {};

  const carryOut = async () => {
    const open = await database.objects.selectFrom("decisions").selectAll().where("state", "=", "running").execute();
    for (const { decision, not_before } of open) {
      if (not_before !== null && not_before > clock.now() * 1000) continue;
      while (!stopped && !(await database.write(slice, decision)).finished);
    }
    const soonest = open.map(({ not_before }) => (not_before ?? 0) / 1000).filter((ms) => ms > clock.now());
    clearTimeout(timer);
    if (!stopped && soonest.length > 0) {
      timer = setTimeout(wake, Math.min(Math.max(1, Math.min(...soonest) - clock.now()), LONGEST_TIMER_MS));
    }
  };
  const retryAll = async () => {
    const waiting = await database.objects
      .selectFrom("decisions")
      .select("decision")
      .where("state", "=", "waits")
      .execute();
    for (const { decision } of waiting) await database.write(retry, decision);
  };
  function wake(): void {
    if (again || stopped) return;
    again = true;
    running = running
      .then(() => {
        again = false;
        return carryOut();
      })
      .catch(log);
  }

  return {
    rules,
    dryRun: (selection) => evaluate(database.objects, rules, selection),
    decide: (input) => database.write(recordDecision(rules), input),
    approve: async (approval) => {
      const { state } = await database.write(approveDecision, approval);
      if (state === "void") throw decisionVoid();
    },
    start: async () => {
      stopped = false;
      unsubscribe = database.onChange(({ room }) => {
        if (room === "releases") wake();
        if (room === "objects") running = running.then(retryAll).catch(log);
      });
      await retryAll();
      wake();
      await running;
    },
    stop: async () => {
      stopped = true;
      unsubscribe();
      clearTimeout(timer);
      await running;
    },
  };
}
