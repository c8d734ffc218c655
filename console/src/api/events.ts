import type { Changed } from "@entente/node/api";
import { useEffect, useSyncExternalStore } from "react";
import { client } from "./client.ts";

/** Objects that came from the ally while this page was open. */
let announced: ReadonlySet<string> = new Set();
const watchers = new Set<() => void>();

/** `const arrived = useArrived()`, then `<tr className={arrived(line.id)}>`. */
export function useArrived(): (id: string) => string | undefined {
  const arrived = useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => watchers.delete(watch);
    },
    () => announced,
  );
  return (id) => (arrived.has(id) ? "arrived" : undefined);
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
      if (from !== undefined) announced = new Set([...announced, ...ids]);
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
