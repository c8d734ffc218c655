import type { JointTextPage } from "@entente/node/api";
import { useT } from "../../languages/index.ts";
import { useLanguageName } from "./language-name.ts";

/** The whole text, each language in full: what a person reads before binding a party to it. */
export function WholeText({ text }: { text: JointTextPage }) {
  const t = useT();
  const languageName = useLanguageName();
  return (
    <div className="languages whole">
      {text.languages.map(({ language, status }) => (
        <section key={language} className="version" aria-label={languageName(language)}>
          <h3>
            {languageName(language)}, {t(`texts.status.${status}`)}
          </h3>
          {text.paragraphs.map(({ paragraph, texts }) => (
            <p key={paragraph} className="joint-text" lang={language}>
              {texts[language] ?? t("texts.paragraph.missing")}
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}
