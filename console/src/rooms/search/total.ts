import type { SearchCount } from "@entente/node/api";
import { useLanguage } from "../../languages/index.ts";
import { count } from "../../parts/index.ts";

/** A number of hits as it is written: beyond what is counted with a plus. */
export function useTotal(): (of: SearchCount) => string {
  const language = useLanguage();
  return (of) => `${count(of.count, language)}${of.more ? "+" : ""}`;
}
