export type PullLoop = {
  /** Pulls now; while a pull runs, once more after it, however often it is asked. */
  wake(): void;
  /** True after a pull that failed, until one succeeds. */
  readonly isFailing: boolean;
  stop(): Promise<void>;
};

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

/**
 * Pulls at once, by schedule and when woken, never twice at the same time. After a failure it waits twice as long each
 * time, up to a minute or the schedule, whichever is longer.
 * @param pull tells by its answer whether it succeeded; it does not throw
 */
export function startPullLoop(pull: () => Promise<boolean>, everyMs: number): PullLoop {
  let failures = 0;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const run = async () => {
    do {
      again = false;
      failures = (await pull()) ? 0 : failures + 1;
    } while (again && !stopped);
    running = undefined;
    if (!stopped) timer = setTimeout(wake, failures === 0 ? everyMs : retryAfterMs(failures, everyMs));
  };
  function wake(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    running = run();
  }

  wake();
  return {
    wake,
    get isFailing() {
      return failures > 0;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

export function retryAfterMs(failures: number, everyMs: number): number {
  const first = Math.min(FIRST_RETRY_MS, everyMs);
  return Math.min(first * 2 ** (failures - 1), Math.max(LONGEST_RETRY_MS, everyMs));
}
