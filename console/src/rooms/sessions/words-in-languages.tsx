import type { Texts } from "@entente/node/api";
import { useT } from "../../languages/index.ts";
import { TextArea } from "../../parts/index.ts";

/** The languages in which both sides write what binds them, and one that they may add. */
const REQUIRED = ["ko", "en"] as const;
const WRITTEN = [...REQUIRED, "fr"] as const;

interface WordsProps {
  value: Texts;
  onChange: (value: Texts) => void;
}

/** One field per language of the record, side by side. */
export function WordsInLanguages({ value, onChange }: WordsProps) {
  const t = useT();
  return (
    <div className="language-fields">
      {WRITTEN.map((tag) => (
        <TextArea
          key={tag}
          lang={tag}
          rows={4}
          required={tag !== "fr"}
          label={tag === "fr" ? t("words.optional", { language: t("language.fr") }) : t(`language.${tag}`)}
          value={value[tag] ?? ""}
          onChange={(text) => onChange({ ...value, [tag]: text })}
        />
      ))}
    </div>
  );
}

export const complete = (texts: Texts): boolean => REQUIRED.every((tag) => (texts[tag] ?? "").trim() !== "");

/** Without the languages that were left empty. */
export const filled = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([tag, text]) => [tag, text.trim()])
      .filter(([, text]) => text !== ""),
  );
