import { useT } from "../languages/index.ts";
import { useShownMarking } from "./marking.tsx";
import { useParties } from "./parties.ts";
import { Tlp } from "./tlp.tsx";

/** First and last thing on every page: the highest marking of what is on it, and where it may go. */
export function Banner({ at }: { at: "top" | "bottom" }) {
  const t = useT();
  const { level, where } = useShownMarking();
  const { own, peers, demonstration } = useParties();
  const places = {
    own: t("banner.only", { party: own.short }),
    peers: `REL ${[own, ...peers].map(({ short }) => short).join(", ")}`,
    public: t("banner.public"),
  };
  return (
    <section className="banner" aria-label={at === "top" ? t("banner.top") : t("banner.bottom")}>
      {demonstration && (
        <>
          <span className="demo" lang="en">
            DEMONSTRATION
          </span>
          <span className="note">{t("banner.demonstration")}</span>
        </>
      )}
      <span className="mk">
        {level === null ? <span className="unmarked">{t("banner.unmarked")}</span> : <Tlp level={level} />}
        <i> · {places[where]}</i>
      </span>
    </section>
  );
}
