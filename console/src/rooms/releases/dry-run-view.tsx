import type { DryRun } from "@entente/node/api";
import { type ReactNode, useState } from "react";
import { useT } from "../../languages/index.ts";
import { CountBar, highest, Section, Tlp, useMarking } from "../../parts/index.ts";
import { DryRunRows } from "./dry-run-rows.tsx";
import { ExactBytes } from "./exact-bytes.tsx";

type Verdict = "permit" | "wait" | "deny";

/** What would go, wait and stay, with every reason; beside it (`children`) the decision. */
export function DryRunView({ dryRun, children }: { dryRun: DryRun; children: ReactNode }) {
  const t = useT();
  const [shown, setShown] = useState<Verdict | "all">("all");
  const { counts, groups, party } = dryRun;
  // What stays is on this page too, so its markings count; and no page with a dry run is for anyone else.
  useMarking(highest(groups.flatMap(({ rows }) => rows.map(({ label }) => label))), "own");
  const going = groups.filter(({ answer }) => answer === "permit").flatMap(({ rows }) => rows);
  return (
    <div className="room">
      <CountBar
        label={t("releases.count.label")}
        whole={{ key: "all", label: t("releases.count.candidates"), count: counts.candidates }}
        parts={[
          { key: "permit", label: t("releases.count.go"), count: counts.go, pattern: "go" },
          { key: "wait", label: t("releases.count.wait"), count: counts.wait, pattern: "wait" },
          { key: "deny", label: t("releases.count.stay"), count: counts.stay, pattern: "stay" },
        ]}
        chosen={shown}
        onChoose={(key) => setShown(key as Verdict | "all")}
      />
      <div className="grid">
        <Section
          columns={8}
          title={t("releases.rows.title")}
          remark={t("releases.rows.remark")}
          foot={
            party
              ? t("releases.rows.foot", { party: party.short, go: counts.go })
              : t("releases.rows.foot.public", { go: counts.go })
          }
        >
          <DryRunRows groups={groups.filter(({ answer }) => shown === "all" || answer === shown)} />
          <ExactBytes examples={going.flatMap(({ examples }) => examples)} count={counts.go} />
        </Section>
        <div className="c4 stack">{children}</div>
      </div>
    </div>
  );
}

/** The dry run in the line below the heading: how long, how many, up to which label. */
export function DryRunState({ of: { tookMs, counts, ceiling, party } }: { of: DryRun }) {
  const t = useT();
  return (
    <>
      <span>{t("releases.dry.took", { ms: tookMs, count: counts.candidates })}</span>
      <span>
        {party ? t("releases.dry.ceiling", { party: party.short }) : t("releases.dry.ceiling.public")}{" "}
        <Tlp level={ceiling} />
      </span>
    </>
  );
}
