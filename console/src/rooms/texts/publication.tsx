import type { JointTextPage } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useLanguage, useT } from "../../languages/index.ts";
import { dayAndTime } from "../../parts/index.ts";

/** When the text becomes public at both nodes, counted down; afterwards when it did, and where its proof is. */
export function Publication({ text }: { text: JointTextPage }) {
  const t = useT();
  const language = useLanguage();
  const waits = text.state === "publication-agreed" && text.instant !== null;
  const now = useNow(waits);
  if (!waits && !text.publishedAt && !text.accordId) return null;
  const left = waits && text.instant ? Math.ceil((Date.parse(text.instant) - now) / 1000) : 0;
  return (
    <p className="publication">
      {text.publishedAt && <b>{t("texts.published", { at: `${dayAndTime(text.publishedAt, language)} UTC` })}</b>}
      {waits && text.instant && (
        <>
          <b>{t("texts.publication.at", { at: `${dayAndTime(text.instant, language)} UTC` })}</b>
          {left > 0 && (
            <span className="dim" role="timer" aria-live="off">
              {left < 120
                ? t("texts.publication.left", { seconds: left })
                : t("texts.publication.left.minutes", { minutes: Math.round(left / 60) })}
            </span>
          )}
        </>
      )}
      {text.accordId && (
        <Link to="/objects/$id" params={{ id: text.accordId }}>
          {t("texts.accord")}
        </Link>
      )}
    </p>
  );
}

function useNow(on: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [on]);
  return now;
}
