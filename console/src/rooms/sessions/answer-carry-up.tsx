import type { CarryUpView, Texts as TextsOf } from "@entente/node/api";
import { useState } from "react";
import { useDeed } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, Dialog, ProblemNote, Select, Texts } from "../../parts/index.ts";
import { Suggestion } from "./suggestion.tsx";
import { complete, filled, WordsInLanguages } from "./words-in-languages.tsx";

const ANSWERS = ["noted", "endorsed", "adopted", "amended", "deferred", "returned"] as const;

/** The disposition: the parent's answer to what was carried up to it. */
export function AnswerCarryUp({ carried, onClose }: { carried: CarryUpView; onClose: () => void }) {
  const t = useT();
  const [answer, setAnswer] = useState<string>("endorsed");
  const [text, setText] = useState<TextsOf>({});
  const dispose = useDeed<CarryUpView, { answer: string; text: TextsOf }>(
    "POST",
    `/api/carry-ups/${encodeURIComponent(carried.id)}/disposition`,
  );
  return (
    <Dialog wide open onClose={onClose} title={t("carried.give-answer")}>
      {carried.outcomes.map((outcome) => (
        <p key={outcome.id} className="running">
          <Texts of={outcome.text} />
        </p>
      ))}
      <Select
        label={t("carried.answer")}
        value={answer}
        onChange={setAnswer}
        options={ANSWERS.map((one) => ({ value: one, label: t(`answer.${one}`) }))}
      />
      <WordsInLanguages value={text} onChange={setText} />
      <Suggestion of="disposition" onTake={setText} />
      <p className="hint">{t("carried.binds")}</p>
      <ProblemNote error={dispose.error} />
      <div className="row-of-acts">
        <Act
          primary
          possible={complete(text) ? { can: true } : { can: false, why: "words-missing" }}
          busy={dispose.isPending}
          onPress={() => dispose.mutate({ answer, text: filled(text) }, { onSuccess: onClose })}
        >
          {t("carried.give-answer")}
        </Act>
        <Act onPress={onClose}>{t("dialog.cancel")}</Act>
      </div>
    </Dialog>
  );
}
