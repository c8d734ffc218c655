import type { OutcomeView, SessionPage, Texts } from "@entente/node/api";
import { useState } from "react";
import { useDeed } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, Dialog, ProblemNote, Select, usePlain } from "../../parts/index.ts";
import { Suggestion } from "./suggestion.tsx";
import { complete, filled, WordsInLanguages } from "./words-in-languages.tsx";

const KINDS = ["information", "decision", "conclusion", "commitment", "recommendation"] as const;
const STRENGTHS = [1, 2, 3, 4, 5, 6] as const;

interface NewOutcome {
  itemId: string;
  kind: string;
  text: Texts;
  verb: number;
  threadId?: string;
}

interface RecordOutcomeProps {
  session: SessionPage;
  open: boolean;
  onClose: () => void;
}

/** The host writes down what was agreed; writing it is the host's acceptance, and it goes to the ally at once. */
export function RecordOutcome({ session, open, onClose }: RecordOutcomeProps) {
  const t = useT();
  const plain = usePlain();
  const [itemId, setItem] = useState("");
  const [kind, setKind] = useState<string>("conclusion");
  const [verb, setVerb] = useState("3");
  const threads = session.threads ?? (session.thread ? [session.thread] : []);
  const [text, setText] = useState<Texts>({});
  const record = useDeed<OutcomeView, NewOutcome>("POST", `/api/sessions/${encodeURIComponent(session.id)}/outcomes`);
  const [chosenThread, setThread] = useState<string>();
  const item =
    session.items.find(({ id }) => id === itemId) ??
    session.items.find(({ showsGroups }) => showsGroups) ??
    session.items[0];
  // An outcome runs on in the thread of its item, unless the person says otherwise.
  const threadId = chosenThread ?? item?.threadIds?.[0] ?? "";
  const close = () => {
    record.reset();
    onClose();
  };
  return (
    <Dialog wide open={open} onClose={close} title={t("outcomes.record")}>
      <div className="three-fields">
        <Select
          label={t("outcomes.item")}
          value={item?.id ?? ""}
          onChange={setItem}
          options={session.items.map((item) => ({ value: item.id, label: `${item.number} ${plain(item.title)}` }))}
        />
        <Select
          label={t("outcomes.kind")}
          value={kind}
          onChange={setKind}
          options={KINDS.map((one) => ({ value: one, label: t(`outcome.${one}`) }))}
        />
        <Select
          label={t("outcomes.strength")}
          value={verb}
          onChange={setVerb}
          options={STRENGTHS.map((one) => ({ value: String(one), label: t(`strength.${one}`) }))}
        />
        {threads.length > 0 && (
          <Select
            label={t("outcomes.thread")}
            value={threadId}
            onChange={setThread}
            options={[
              ...threads.map((thread) => ({ value: thread.id, label: plain(thread.title) })),
              { value: "", label: t("outcomes.thread.none") },
            ]}
          />
        )}
      </div>
      <WordsInLanguages value={text} onChange={setText} />
      <Suggestion of="conclusion" onTake={setText} />
      <p className="hint">{t("outcomes.record.binds")}</p>
      <ProblemNote error={record.error} />
      <div className="row-of-acts">
        <Act
          primary
          possible={complete(text) ? { can: true } : { can: false, why: "words-missing" }}
          busy={record.isPending}
          onPress={() =>
            record.mutate(
              {
                itemId: item?.id ?? "",
                kind,
                text: filled(text),
                verb: Number(verb),
                ...(threadId ? { threadId } : {}),
              },
              { onSuccess: close },
            )
          }
        >
          {t("outcomes.record")}
        </Act>
        <Act onPress={close}>{t("dialog.cancel")}</Act>
      </div>
    </Dialog>
  );
}
