import type { DecisionLine, DryRun } from "@entente/node/api";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Refusal, useDeed } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, ProblemNote, Section, TextArea, useMe } from "../../parts/index.ts";
import { useRecipient } from "./recipient.ts";
import { RuleChip } from "./rule-chip.tsx";
import { Steps } from "./steps.tsx";
import type { Selection } from "./trial.tsx";

/** The first person decides: the reason, and the digest of what was seen. */
export function Decide({ to, ids, dryRun, again }: Selection & { dryRun: DryRun; again: () => void }) {
  const t = useT();
  const { person } = useMe();
  const recipient = useRecipient();
  const navigate = useNavigate();
  const [reason, setReason] = useState("");
  const decide = useDeed<DecisionLine, { ids: string[]; party: string; reason: string; digest: string }>(
    "POST",
    "/api/releases",
  );
  const hindrance =
    person.role !== "releasing-officer"
      ? "releases.act.role"
      : dryRun.counts.go === 0
        ? "releases.act.nothing"
        : reason.trim() === ""
          ? "releases.reason.missing"
          : null;
  const act = dryRun.secondPersonNeeded
    ? t("releases.act.ask")
    : dryRun.party
      ? t("releases.act.release", { party: recipient(dryRun.party) })
      : t("releases.act.release.public");
  const changedMeanwhile = decide.error instanceof Refusal && decide.error.problem.code === "dry-run-outdated";
  return (
    <Section
      title={t("releases.decide.title")}
      remark={
        <>
          <RuleChip rule="R6" />{" "}
          {t(dryRun.secondPersonNeeded ? "releases.decide.rule.two" : "releases.decide.rule.one")}
        </>
      }
    >
      <Steps dryRun={dryRun} />
      <form
        className="decide"
        onSubmit={(event) => {
          event.preventDefault();
          if (hindrance || decide.isPending) return;
          decide.mutate(
            { ids, party: to, reason: reason.trim(), digest: dryRun.digest },
            { onSuccess: ({ id }) => void navigate({ to: "/releases/$id", params: { id } }) },
          );
        }}
      >
        <TextArea
          label={t("releases.reason.label")}
          hint={t("releases.reason.hint")}
          value={reason}
          onChange={setReason}
          required
        />
        <ProblemNote error={decide.error} />
        {changedMeanwhile && (
          <div className="problem">
            <p>{t("releases.act.stale")}</p>
            <Act small onPress={again}>
              {t("releases.dry.again")}
            </Act>
          </div>
        )}
        <Act
          primary
          type="submit"
          busy={decide.isPending}
          possible={hindrance ? { can: false, why: hindrance } : { can: true }}
        >
          {act}
        </Act>
        <p className="why">{t("releases.act.void-note")}</p>
      </form>
    </Section>
  );
}
