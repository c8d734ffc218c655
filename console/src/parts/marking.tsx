import type { Standing, TlpLevel } from "@entente/node/api";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { LEVELS } from "./tlp.tsx";

/** Where the content of a page may go: nowhere, to the peers of this node, or to anyone. */
type Where = "own" | "peers" | "public";
interface Marking {
  level: TlpLevel | null;
  where: Where;
}

const UNKNOWN: Marking = { level: null, where: "own" };
const Shown = createContext<Marking>(UNKNOWN);
const Change = createContext<(marking: Marking) => void>(() => {});

export function MarkingOfPage({ children }: { children: ReactNode }) {
  const [marking, setMarking] = useState(UNKNOWN);
  return (
    <Change value={setMarking}>
      <Shown value={marking}>{children}</Shown>
    </Change>
  );
}

export const useShownMarking = (): Marking => useContext(Shown);

/** Sets what the banners say while this page is shown: the highest marking of what is on it, and where it may go. */
export function useMarking(level: TlpLevel | null, where: Where): void {
  const set = useContext(Change);
  const marking = useMemo(() => ({ level, where }), [level, where]);
  useEffect(() => {
    set(marking);
    return () => set(UNKNOWN);
  }, [set, marking]);
}

/** The highest of several labels; null when none carries one. */
export function highest(labels: (TlpLevel | null)[]): TlpLevel | null {
  const at = Math.max(-1, ...labels.map((label) => (label === null ? -1 : LEVELS.indexOf(label))));
  return LEVELS[at] ?? null;
}

/** The narrowest of several standings: one national object keeps the whole page here. */
export function narrowest(standings: Standing[]): Where {
  if (standings.length === 0 || standings.some(({ kind }) => kind === "national" || kind === "source")) return "own";
  return "peers";
}
