import type { ObjectPage } from "@entente/node/api";
import { useState } from "react";
import { useDeed } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, ProblemNote, Section } from "../../parts/index.ts";
import { changedTexts, hasEmptyText, type Typed, textsToEdit } from "./edited-texts.ts";
import { TextProperty } from "./text-property.tsx";

interface EditObjectProps {
  object: ObjectPage;
  content: Record<string, unknown>;
}

/** The texts of an own object, as a new version. Whoever may not edit it reads why. */
export function EditObject({ object, content }: EditObjectProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (!open || !object.edit.can) {
    return (
      <Act possible={object.edit} onPress={() => setOpen(true)}>
        {t("object.edit.open")}
      </Act>
    );
  }
  return <Form object={object} before={textsToEdit(content)} onClose={() => setOpen(false)} />;
}

/** What was typed outlives every refusal, and every version that comes in meanwhile. */
function Form({ object, before, onClose }: { object: ObjectPage; before: Typed; onClose: () => void }) {
  const t = useT();
  const [typed, setTyped] = useState(before);
  // The version that the person began from; a newer one must not be overwritten unseen.
  const [begun, setBegun] = useState({ digest: object.digest, texts: before });
  const save = useDeed<{ id: string; modified: string; digest: string }, { digest: string; properties: Typed }>(
    "POST",
    `/api/objects/${encodeURIComponent(object.id)}/versions`,
  );
  const newer = begun.digest !== object.digest && !save.isPending && !save.isSuccess;
  const changed = changedTexts(begun.texts, typed);
  const hindrance =
    Object.keys(changed).length === 0 ? "object.edit.unchanged" : hasEmptyText(changed) ? "object.edit.empty" : null;
  return (
    <Section title={t("object.edit.title")} remark={t("object.edit.remark")}>
      <form
        className="decide"
        onSubmit={(event) => {
          event.preventDefault();
          if (hindrance || save.isPending) return;
          // The first press only takes note of the newer version, which now stands below; the second one saves.
          if (newer) return setBegun({ digest: object.digest, texts: before });
          save.mutate({ digest: begun.digest, properties: changed }, { onSuccess: onClose });
        }}
      >
        {Object.entries(typed).map(([property, value]) => (
          <TextProperty
            key={property}
            property={property}
            value={value}
            onChange={(next) => setTyped({ ...typed, [property]: next })}
          />
        ))}
        <ProblemNote error={save.error} />
        {newer && (
          <p className="problem" role="alert">
            {t("object.edit.newer")}
          </p>
        )}
        <div className="row-of-acts">
          <Act
            primary
            type="submit"
            busy={save.isPending}
            possible={hindrance ? { can: false, why: hindrance } : { can: true }}
          >
            {t("object.edit.save")}
          </Act>
          <Act onPress={onClose}>{t("object.edit.cancel")}</Act>
        </div>
      </form>
    </Section>
  );
}
