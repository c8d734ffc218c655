import type { Mechanism, OutcomeView, SessionPage } from "@entente/node/api";
import { useState } from "react";
import { questions, useDeed } from "../../api/index.ts";
import { useLanguage, useT } from "../../languages/index.ts";
import { Act, Answer, Dialog, day, ProblemNote, Select, Texts, usePlain } from "../../parts/index.ts";
import { useSessionName } from "./session-name.ts";

interface CarryUpProps {
  outcome: OutcomeView;
  session: SessionPage;
  onClose: () => void;
}

/** Forwards an outcome to a session of the parent body, where it is answered. */
export function CarryUp(props: CarryUpProps) {
  const t = useT();
  return (
    <Dialog open title={t("carry-up.title")} onClose={props.onClose}>
      <Answer to={questions.mechanism()}>{(mechanism) => <CarryUpForm {...props} mechanism={mechanism} />}</Answer>
    </Dialog>
  );
}

function CarryUpForm({ outcome, session, onClose, mechanism }: CarryUpProps & { mechanism: Mechanism }) {
  const t = useT();
  const plain = usePlain();
  const name = useSessionName();
  const language = useLanguage();
  const meeting = mechanism.bodies.find(({ id }) => id === session.bodies.at(-1)?.id);
  const parent = mechanism.bodies.find(({ id }) => id === meeting?.parentId);
  // The next session of the parent after this one is where it belongs, if one is known.
  const targets = [...(parent?.sessions ?? [])].sort((a, b) => ((a.start ?? "") < (b.start ?? "") ? -1 : 1));
  const next = targets.find(({ start }) => start !== null && start > (session.start ?? "")) ?? targets.at(-1);
  const [toSessionId, setTarget] = useState(next?.id ?? "");
  const carryUp = useDeed<unknown, { toSessionId: string }>(
    "POST",
    `/api/outcomes/${encodeURIComponent(outcome.id)}/carry-up`,
  );
  return (
    <>
      <p className="running">
        <Texts of={outcome.text} />
      </p>
      <Select
        label={t("carry-up.where", { body: plain(parent?.names) })}
        hint={t("carry-up.hint")}
        value={toSessionId}
        onChange={setTarget}
        options={targets.map((target) => ({
          value: target.id,
          label: [name(target), target.start && day(target.start, language)].filter(Boolean).join(", "),
        }))}
      />
      <ProblemNote error={carryUp.error} />
      <div className="row-of-acts">
        <Act
          primary
          possible={toSessionId ? { can: true } : { can: false, why: "no-parent-session" }}
          busy={carryUp.isPending}
          onPress={() => carryUp.mutate({ toSessionId }, { onSuccess: onClose })}
        >
          {t("carry-up.act")}
        </Act>
        <Act onPress={onClose}>{t("dialog.cancel")}</Act>
      </div>
    </>
  );
}
