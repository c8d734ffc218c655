import type { Changed, Standing } from "@entente/node/api";
import { useEffect, useSyncExternalStore } from "react";
import { client } from "./client.ts";

/** Objects that were announced while this page was open; by `from`, those of which the ally's node is named as origin. */
let announced: { ids: ReadonlySet<string>; from: ReadonlySet<string> } = { ids: new Set(), from: new Set() };
const watchers = new Set<() => void>();

/**
 * `const arrived = useArrived()`, then `<tr className={arrived(line.id, line.standing)}>`. What our own people wrote is
 * announced too, so a standing says more surely than the announcement whose it is.
 */
export function useArrived(): (id: string, standing?: Standing) => string | undefined {
  const { ids, from } = useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => watchers.delete(watch);
    },
    () => announced,
  );
  return (id, standing) => (from.has(id) || (ids.has(id) && standing?.kind === "from") ? "arrived" : undefined);
}

/** Follows /api/events while signed in: whatever has changed anywhere, what is on screen is asked again. */
export function useEvents(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return;
    const again = askAgain();
    let interrupted = false;
    const source = new EventSource("/api/events");
    source.addEventListener("changed", (event) => {
      const { ids, from } = JSON.parse(event.data as string) as Changed;
      announced = {
        ids: new Set([...announced.ids, ...ids]),
        from: from === undefined ? announced.from : new Set([...announced.from, ...ids]),
      };
      for (const watch of watchers) watch();
      again();
    });
    source.addEventListener("error", () => {
      interrupted = true;
    });
    source.addEventListener("open", () => {
      // Announcements made while we were cut off are lost.
      if (interrupted) again();
      interrupted = false;
    });
    return () => source.close();
  }, [signedIn]);
}

const COLLECT_MS = 50;
/** Neither of these changes by what the ally or a colleague does. */
const STEADY = new Set<unknown>(["me", "suggestions"]);

/** One round of questions at a time: during an import of thousands, announcements come faster than answers. */
function askAgain(): () => void {
  let wanted = false;
  let running = false;
  const run = async () => {
    running = true;
    while (wanted) {
      await new Promise((done) => setTimeout(done, COLLECT_MS));
      wanted = false;
      await client.invalidateQueries({ predicate: ({ queryKey: [room] }) => !STEADY.has(room) });
    }
    running = false;
  };
  return () => {
    wanted = true;
    if (!running) void run();
  };
}
