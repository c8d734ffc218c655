import type { DecisionLine } from "@entente/node/api";
import { useT } from "../../languages/index.ts";

const IDENTIFIER = /^[a-z0-9-]+--[0-9a-f-]{36}$/;

/** What was decided: the first object and how many more; an act has no name, but the decision has its reason. */
export function useDecisionTitle(): (decision: Pick<DecisionLine, "title" | "reason" | "objects">) => string {
  const t = useT();
  return ({ title, reason, objects }) => {
    if (IDENTIFIER.test(title)) return reason;
    return objects > 1 ? t("releases.row.more", { title, count: objects - 1 }) : title;
  };
}
