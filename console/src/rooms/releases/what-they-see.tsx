import type { DryRun } from "@entente/node/api";
import { useT } from "../../languages/index.ts";
import { Facts, highest, Section, Strokes, Tlp, useParties } from "../../parts/index.ts";

/** The release from the other side: what the recipient will have in hand, and nothing of why. */
export function WhatTheySee({ dryRun: { groups, party, counts } }: { dryRun: DryRun }) {
  const t = useT();
  const { own } = useParties();
  const going = groups.filter(({ answer }) => answer === "permit").flatMap(({ rows }) => rows);
  const label = highest(going.map((row) => row.label));
  return (
    <Section title={party ? t("releases.see.title", { party: party.short }) : t("releases.see.title.public")}>
      <Facts
        rows={[
          [t("releases.see.label"), <Tlp key="label" level={label} />],
          party
            ? [
                t("releases.see.standing"),
                // As it is drawn there: what we gave is outlined at their left, theirs at their right.
                <span key="chip" className="chip from">
                  <Strokes ours="outline" theirs="full" />
                  {t("standing.from", { party: own.short })}
                </span>,
              ]
            : [t("releases.see.standing"), t("releases.see.public.value")],
          party && [t("releases.see.delay"), t("releases.see.delay.value")],
          [t("releases.see.proof"), t("releases.see.proof.value", { count: counts.go })],
        ]}
      />
    </Section>
  );
}
