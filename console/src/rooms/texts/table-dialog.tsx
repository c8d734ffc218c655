import type { JointTextPage } from "@entente/node/api";
import { useDeed } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, Dialog, ProblemNote } from "../../parts/index.ts";

/** Sends the text to the other side as it stands; says so before. */
export function TableDialog({ text, onClose }: { text: JointTextPage; onClose: () => void }) {
  const t = useT();
  const table = useDeed<JointTextPage, Record<string, never>>(
    "POST",
    `/api/texts/${encodeURIComponent(text.id)}/table`,
  );
  return (
    <Dialog open title={t("texts.table.title")} onClose={onClose}>
      <p>{t("texts.table.what")}</p>
      <ProblemNote error={table.error} />
      <div className="row-of-acts">
        <Act primary busy={table.isPending} onPress={() => table.mutate({}, { onSuccess: onClose })}>
          {t("texts.act.table")}
        </Act>
        <Act onPress={onClose}>{t("texts.dialog.cancel")}</Act>
      </div>
    </Dialog>
  );
}
