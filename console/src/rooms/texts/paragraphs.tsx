import type { JointTextPage } from "@entente/node/api";
import { useState } from "react";
import { useLanguage, useT } from "../../languages/index.ts";
import { Act, dayAndTime, SideMark } from "../../parts/index.ts";
import { EditParagraph } from "./edit-paragraph.tsx";
import { useLanguageName } from "./language-name.ts";

type Paragraph = JointTextPage["paragraphs"][number];

/** The text, paragraph against paragraph in every language, with where each side stands on it. */
export function Paragraphs({ text }: { text: JointTextPage }) {
  const t = useT();
  const languageName = useLanguageName();
  if (text.paragraphs.length === 0) return <p className="empty">{t("texts.paragraphs.empty")}</p>;
  const columns = `pair in-${Math.min(text.languages.length, 3)}`;
  return (
    <section aria-label={t("texts.paragraphs")} className="pairs">
      <div className={`${columns} h`} aria-hidden="true">
        <span />
        {text.languages.map(({ language, status }) => (
          <span key={language}>
            {languageName(language)}, {t(`texts.status.${status}`)}
          </span>
        ))}
        <span>{t("texts.paragraph.standing")}</span>
      </div>
      {text.paragraphs.map((paragraph) => (
        <Pair key={paragraph.paragraph} paragraph={paragraph} text={text} columns={columns} />
      ))}
    </section>
  );
}

function Pair({ paragraph, text, columns }: { paragraph: Paragraph; text: JointTextPage; columns: string }) {
  const t = useT();
  const languageName = useLanguageName();
  const [editing, setEditing] = useState(false);
  const label = t("texts.paragraph", { number: paragraph.number });
  return (
    <article className={columns} aria-label={label}>
      <span className="pn" aria-hidden="true">
        {paragraph.number}
      </span>
      {text.languages.map(({ language }) => (
        <div key={language} className="version">
          <span className="of">{languageName(language)}</span>
          {paragraph.texts[language] ? (
            <p className="joint-text" lang={language}>
              {paragraph.texts[language]}
            </p>
          ) : (
            <p className="faint">{t("texts.paragraph.missing")}</p>
          )}
        </div>
      ))}
      <div className="standings">
        <Positions of={paragraph} />
        {text.acts.edit.can && !editing && (
          <Act small onPress={() => setEditing(true)}>
            {t("texts.edit")}
            <span className="vh"> {label}</span>
          </Act>
        )}
      </div>
      {editing && <EditParagraph text={text} paragraph={paragraph} onClose={() => setEditing(false)} />}
    </article>
  );
}

function Positions({ of: { positions, agreed } }: { of: Paragraph }) {
  const t = useT();
  const language = useLanguage();
  return (
    <ul>
      {agreed && (
        <li>
          <SideMark side="joint" />
          <b>{t("texts.paragraph.agreed")}</b>
        </li>
      )}
      {positions.map(({ party, side, accepted, at }) => (
        <li key={party.id} className={accepted ? undefined : "dim"}>
          <SideMark side={side} />
          <span>
            {!accepted
              ? t("texts.paragraph.open", { party: party.short })
              : at
                ? t("texts.paragraph.accepted", { party: party.short, at: dayAndTime(at, language) })
                : t("texts.paragraph.accepted.no-time", { party: party.short })}
          </span>
        </li>
      ))}
    </ul>
  );
}
