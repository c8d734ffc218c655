import type { JointTextPage } from "@entente/node/api";
import { useState } from "react";
import { useDeed } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, Check, Dialog, ProblemNote, useParties } from "../../parts/index.ts";
import { useLanguageName } from "./language-name.ts";
import { ManifestText } from "./manifest.tsx";
import { WholeText } from "./whole-text.tsx";

/** A person signs seeing the text in all its languages and the manifest, never a hash alone (accord.md). */
export function SignDialog({ text, onClose }: { text: JointTextPage; onClose: () => void }) {
  const t = useT();
  const { own } = useParties();
  const languageName = useLanguageName();
  // What is signed is what was shown when the dialog opened: the manifest's digest binds it.
  const [shown] = useState(text);
  const [read, setRead] = useState(false);
  const sign = useDeed<JointTextPage, { manifest: string }>("POST", `/api/texts/${encodeURIComponent(text.id)}/sign`);
  const { manifest, languages, paragraphs, symbol } = shown;
  if (!manifest) return null;
  const gap = paragraphs.find(({ texts }) => languages.some(({ language }) => !texts[language]));
  return (
    <Dialog open wide title={t("texts.sign.title", { symbol })} onClose={onClose}>
      <p>{t("texts.sign.lead")}</p>
      <WholeText text={shown} />
      <h3>{t("texts.manifest.title")}</h3>
      <ManifestText manifest={manifest} />
      {gap && <p className="problem">{t("texts.sign.gap", { number: gap.number })}</p>}
      <Check
        label={t("texts.sign.read", {
          languages: languages.map(({ language }) => languageName(language)).join(", "),
          party: own.short,
        })}
        checked={read}
        onChange={setRead}
      />
      <ProblemNote error={sign.error} />
      <div className="row-of-acts">
        <Act
          primary
          busy={sign.isPending}
          possible={read && !gap ? { can: true } : { can: false, why: "texts.sign.read.first" }}
          onPress={() => sign.mutate({ manifest: manifest.sha256 }, { onSuccess: onClose })}
        >
          {t("texts.sign.act", { party: own.short })}
        </Act>
        <Act onPress={onClose}>{t("texts.dialog.cancel")}</Act>
      </div>
    </Dialog>
  );
}
