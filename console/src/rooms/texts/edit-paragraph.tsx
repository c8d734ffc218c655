import type { JointTextPage, Texts } from "@entente/node/api";
import { useState } from "react";
import { useDeed } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, ProblemNote, TextArea } from "../../parts/index.ts";
import { useLanguageName } from "./language-name.ts";

interface EditParagraphProps {
  text: JointTextPage;
  paragraph: JointTextPage["paragraphs"][number];
  onClose: () => void;
}

/** A new revision of an own draft paragraph, all languages at once. What was typed outlives every refusal. */
export function EditParagraph({ text, paragraph, onClose }: EditParagraphProps) {
  const t = useT();
  const languageName = useLanguageName();
  const [typed, setTyped] = useState<Texts>(() =>
    Object.fromEntries(text.languages.map(({ language }) => [language, paragraph.texts[language] ?? ""])),
  );
  // The revision that the person began from: a save binds to it, so that no newer one is overwritten unseen.
  const [begun, setBegun] = useState(paragraph.digest);
  const save = useDeed<JointTextPage, { digest: string; texts: Texts }>(
    "PUT",
    `/api/texts/${encodeURIComponent(text.id)}/paragraphs/${encodeURIComponent(paragraph.paragraph)}`,
  );
  const changedMeanwhile = begun !== paragraph.digest && !save.isPending && !save.isSuccess;
  const complete = text.languages.every(({ language }) => typed[language]?.trim());
  return (
    <form
      className="edit"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !changedMeanwhile && !save.isPending) {
          save.mutate({ digest: begun, texts: typed }, { onSuccess: onClose });
        }
      }}
    >
      <p className="hint">{t("texts.edit.hint")}</p>
      <div className="fields">
        {text.languages.map(({ language }) => (
          <TextArea
            key={language}
            label={languageName(language)}
            lang={language}
            rows={6}
            value={typed[language] ?? ""}
            onChange={(value) => setTyped({ ...typed, [language]: value })}
          />
        ))}
      </div>
      <ProblemNote error={save.error} />
      {changedMeanwhile && (
        <div className="problem" role="alert">
          <p>{t("texts.edit.changed")}</p>
          <Act small onPress={() => setBegun(paragraph.digest)}>
            {t("texts.edit.anyway")}
          </Act>
        </div>
      )}
      <div className="row-of-acts">
        <Act
          primary
          type="submit"
          busy={save.isPending}
          possible={
            complete
              ? changedMeanwhile
                ? { can: false, why: "texts.edit.changed" }
                : { can: true }
              : { can: false, why: "texts.edit.empty" }
          }
          quiet={changedMeanwhile}
        >
          {t("texts.edit.save", { number: paragraph.number })}
        </Act>
        <Act onPress={onClose}>{t("texts.edit.cancel")}</Act>
      </div>
    </form>
  );
}
