import type { LookupAnswer } from "@entente/node/api";
import { useState } from "react";
import { useT } from "../../languages/index.ts";
import { CountBar } from "../../parts/index.ts";
import { Rows } from "./rows.tsx";
import { PATTERN, type Verdict, verdictOf } from "./verdict.ts";

const VERDICTS: Verdict[] = ["known", "through", "unknown", "not-understood"];

/** The rows in the order of the inputs, with a bar that counts them by verdict and filters. */
export function Result({ answer }: { answer: LookupAnswer | null }) {
  const t = useT();
  const [chosen, setChosen] = useState<Verdict | "all">("all");
  if (!answer || answer.rows.length === 0) {
    return (
      <section className="c9" aria-label={t("lookup.result")}>
        <p className="empty">{t(answer ? "lookup.empty.rows" : "lookup.empty")}</p>
      </section>
    );
  }
  const numbered = answer.rows.map((row, index) => ({ row, number: index + 1, verdict: verdictOf(row) }));
  const shown = numbered.filter(({ verdict }) => chosen === "all" || verdict === chosen);
  return (
    <section className="c9" aria-labelledby="lookup-result">
      <h2 id="lookup-result" className="vh">
        {t("lookup.result")}
      </h2>
      <CountBar
        label={t("lookup.verdicts")}
        whole={{ key: "all", label: t("lookup.verdict.all"), count: numbered.length }}
        parts={VERDICTS.map((verdict) => ({
          key: verdict,
          label: t(`lookup.verdict.${verdict}`),
          count: numbered.filter((one) => one.verdict === verdict).length,
          pattern: PATTERN[verdict],
        }))}
        chosen={chosen}
        onChoose={(key) => setChosen(key as Verdict | "all")}
      />
      <p className="vh" role="status">
        {t("lookup.result.shown", { count: shown.length })}
      </p>
      {shown.length === 0 ? <p className="empty">{t("lookup.empty.filter")}</p> : <Rows rows={shown} />}
    </section>
  );
}
