import type { Standing as StandingOf } from "@entente/node/api";
import { useT } from "../languages/index.ts";
import { Lock, Strokes } from "./mark.tsx";
import { useParties } from "./parties.ts";

/** Where an object stands: strokes and a word. */
export function Standing({ of }: { of: StandingOf }) {
  const t = useT();
  const { short } = useParties();
  switch (of.kind) {
    case "national":
      return (
        <span className="chip national">
          <Lock />
          {t("standing.national")}
        </span>
      );
    case "released": {
      const [first = "", ...others] = of.parties;
      return (
        <span className="chip released">
          <Strokes ours="full" theirs="outline" />
          {first === "PUBLIC" ? t("standing.released.public") : t("standing.released", { party: short(first) })}
          {others.length > 0 && ` +${others.length}`}
        </span>
      );
    }
    case "from":
      return (
        <span className="chip from">
          <Strokes ours="outline" theirs="full" />
          {t("standing.from", { party: short(of.party) })}
        </span>
      );
    case "joint":
      return (
        <span className="chip joint">
          <Strokes ours="full" theirs="full" />
          {t("standing.joint")}
        </span>
      );
    case "source":
      return <span className="chip plain">{t("standing.source", { source: of.source })}</span>;
  }
}
