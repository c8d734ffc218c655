import type { OutcomeView } from "@entente/node/api";
import { useDeed } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, Dialog, LanguagePair, ProblemNote } from "../../parts/index.ts";

/** An acceptance binds to the digest of the words that are shown here, in every language that they have. */
export function AcceptOutcome({ outcome, onClose }: { outcome: OutcomeView; onClose: () => void }) {
  const t = useT();
  const accept = useDeed<OutcomeView, { digest: string }>(
    "POST",
    `/api/outcomes/${encodeURIComponent(outcome.id)}/accept`,
  );
  return (
    <Dialog wide open title={t("outcomes.accept.title")} onClose={onClose}>
      <LanguagePair texts={outcome.text} order={Object.keys(outcome.text)} />
      <p className="hint">{t("outcomes.accept.binds")}</p>
      <p className="digest">
        <code>{outcome.digest}</code>
      </p>
      <ProblemNote error={accept.error} />
      <div className="row-of-acts">
        <Act
          primary
          busy={accept.isPending}
          onPress={() => accept.mutate({ digest: outcome.digest }, { onSuccess: onClose })}
        >
          {t("outcomes.accept")}
        </Act>
        <Act onPress={onClose}>{t("dialog.cancel")}</Act>
      </div>
    </Dialog>
  );
}
