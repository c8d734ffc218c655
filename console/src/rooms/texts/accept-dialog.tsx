import type { JointTextPage } from "@entente/node/api";
import { useState } from "react";
import { useDeed } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, Dialog, ProblemNote } from "../../parts/index.ts";
import { WholeText } from "./whole-text.tsx";

/** Accepts the paragraphs as they stood when the dialog opened; a revision that comes in meanwhile is not accepted. */
export function AcceptDialog({ text, onClose }: { text: JointTextPage; onClose: () => void }) {
  const t = useT();
  const [shown] = useState(text);
  const accept = useDeed<JointTextPage, { digests: string[] }>(
    "POST",
    `/api/texts/${encodeURIComponent(text.id)}/accept`,
  );
  const digests = shown.paragraphs.map(({ digest }) => digest);
  return (
    <Dialog open wide title={t("texts.accept.title")} onClose={onClose}>
      <p>{t("texts.accept.what", { count: digests.length })}</p>
      <WholeText text={shown} />
      <ProblemNote error={accept.error} />
      <div className="row-of-acts">
        <Act primary busy={accept.isPending} onPress={() => accept.mutate({ digests }, { onSuccess: onClose })}>
          {t("texts.act.accept")}
        </Act>
        <Act onPress={onClose}>{t("texts.dialog.cancel")}</Act>
      </div>
    </Dialog>
  );
}
