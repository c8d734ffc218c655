import type { Releases } from "@entente/node/api";
import { useSearch } from "@tanstack/react-router";
import { questions } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Answer, highest, Page, Section, useMarking } from "../../parts/index.ts";
import { DecisionList } from "./decision-list.tsx";
import { ReadyList } from "./ready-list.tsx";
import { Trial } from "./trial.tsx";

/** What is ready and what was decided; with a selection and a party in its address, the dry run of that release. */
export function ReleasesPage() {
  const { to, ids } = useSearch({ strict: false }) as { to?: string; ids?: string };
  if (to && ids) return <Trial key={`${to} ${ids}`} to={to} ids={ids.split(",")} />;
  return <Answer to={questions.releases()}>{(releases) => <Lists releases={releases} />}</Answer>;
}

function Lists({ releases: { ready, decisions } }: { releases: Releases }) {
  const t = useT();
  useMarking(highest(ready.map(({ label }) => label)), "own");
  return (
    <Page title={t("releases.title")} state={t("releases.lead")}>
      <div className="stack room">
        <Section title={t("releases.ready.title")} remark={t("releases.ready.remark")}>
          {ready.length === 0 ? <p className="empty">{t("releases.ready.empty")}</p> : <ReadyList ready={ready} />}
        </Section>
        <Section title={t("releases.decisions.title")} remark={t("releases.decisions.remark")}>
          {decisions.length === 0 ? (
            <p className="empty">{t("releases.decisions.empty")}</p>
          ) : (
            <DecisionList decisions={decisions} />
          )}
        </Section>
      </div>
    </Page>
  );
}
