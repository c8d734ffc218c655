import type { Position } from "@entente/node/api";
import { useLanguage, useT } from "../../languages/index.ts";
import { dayAndTime, Strokes } from "../../parts/index.ts";

/** Who has accepted, and when; whose acceptance is awaited. */
export function Positions({ of, agreed }: { of: Position[]; agreed: boolean }) {
  const t = useT();
  const language = useLanguage();
  const accepted = (side: Position["side"]) => of.some((position) => position.side === side && position.accepted);
  return (
    <div className="positions">
      <p>
        <Strokes ours={accepted("ours") ? "full" : "outline"} theirs={accepted("theirs") ? "full" : "outline"} />{" "}
        <b>{agreed ? t("positions.both") : t("positions.open")}</b>
      </p>
      {of.map((position) => (
        <p key={position.party.id} className="faint">
          {position.accepted
            ? t("positions.accepted", {
                party: position.party.short,
                at: position.at ? dayAndTime(position.at, language) : "",
              })
            : t("positions.awaited", { party: position.party.short })}
        </p>
      ))}
    </div>
  );
}
