import type { DecisionLine, DryRun } from "@entente/node/api";
import { Link, useParams } from "@tanstack/react-router";
import { questions, useDeed } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, Answer, Facts, Page, ProblemNote, Section } from "../../parts/index.ts";
import { DecisionState } from "./decision-list.tsx";
import { useDecisionTitle } from "./decision-title.ts";
import { DryRunState, DryRunView } from "./dry-run-view.tsx";
import { useRecipient } from "./recipient.ts";
import { RuleChip } from "./rule-chip.tsx";
import { Steps } from "./steps.tsx";
import { WhatTheySee } from "./what-they-see.tsx";

/** One decision: what the first person saw, the persons, and the second one's act. */
export function ReleasePage() {
  const { id = "" } = useParams({ strict: false });
  return <Answer to={questions.release(id)}>{(decision) => <Decision key={decision.id} decision={decision} />}</Answer>;
}

function Decision({ decision }: { decision: DecisionLine & { dryRun: DryRun } }) {
  const t = useT();
  const recipient = useRecipient();
  const title = useDecisionTitle()(decision);
  const { party, dryRun, reason } = decision;
  return (
    <Page
      title={party ? t("releases.to", { party: party.short, title }) : t("releases.to.public", { title })}
      crumbs={[{ key: "releases", link: <Link to="/releases">{t("releases.title")}</Link> }]}
      state={
        <>
          <DecisionState of={decision} />
          <span>{t("releases.seen.flag")}</span>
          <DryRunState of={dryRun} />
        </>
      }
    >
      <DryRunView dryRun={dryRun}>
        <Section
          title={t("releases.decide.title")}
          remark={
            <>
              <RuleChip rule="R6" />{" "}
              {t(dryRun.secondPersonNeeded ? "releases.decide.rule.two" : "releases.decide.rule.one")}
            </>
          }
        >
          <Steps dryRun={dryRun} decision={decision} />
          <Facts
            rows={[
              [t("releases.reason.given"), reason],
              [t("releases.party"), recipient(party)],
            ]}
          />
          {decision.state === "waits-for-second-person" && <Approve decision={decision} />}
        </Section>
        <WhatTheySee dryRun={dryRun} />
      </DryRunView>
    </Page>
  );
}

/** The second person's act; whoever may not give it reads why, and who may. */
function Approve({ decision: { id, approve, objects, party } }: { decision: DecisionLine }) {
  const t = useT();
  const recipient = useRecipient();
  const deed = useDeed<DecisionLine, Record<string, never>>("POST", `/api/releases/${encodeURIComponent(id)}/approve`);
  return (
    <div className="decide">
      {approve.can ? (
        <p>{t("releases.approve.what", { objects, party: recipient(party) })}</p>
      ) : (
        <p>{t("releases.approve.cannot")}</p>
      )}
      <ProblemNote error={deed.error} />
      <Act primary busy={deed.isPending} possible={approve} onPress={() => deed.mutate({})}>
        {t("releases.approve.act")}
      </Act>
    </div>
  );
}
