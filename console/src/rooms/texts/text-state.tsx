import type { JointTextState } from "@entente/node/api";
import { useT } from "../../languages/index.ts";
import { useParties } from "../../parts/index.ts";

// States in which somebody of one side owes the next act.
const OWED: ReadonlySet<JointTextState> = new Set(["tabled", "agreed", "signed-by-us", "signed-by-them", "signed"]);

/** How far a joint text has come, in words. */
export function TextState({ of }: { of: JointTextState }) {
  const t = useT();
  const { peer } = useParties();
  const word = t(`texts.state.${of}`, { party: peer.short });
  return OWED.has(of) ? <span className="flag now">{word}</span> : <b>{word}</b>;
}
