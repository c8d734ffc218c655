import type { LogState } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { questions } from "../../api/index.ts";
import { useLinkWords } from "../../app/link-state.tsx";
import { useLanguage, useT } from "../../languages/index.ts";
import { Answer, count, dayAndTime, Facts, Said, Section, useParties } from "../../parts/index.ts";

/** The same link as in the top bar, with what each has seen of the other's ledger. */
export function LinkFacts() {
  const t = useT();
  const words = useLinkWords();
  const language = useLanguage();
  const { nameOf } = useParties();
  const seen = ({ size, checkedAt }: LogState) =>
    checkedAt
      ? t("overview.ledger.checked", { count: count(size, language), at: dayAndTime(checkedAt, language) })
      : t("overview.ledger.unchecked", { count: count(size, language) });
  return (
    <Section title={t("overview.link")} remark={<Link to="/exchange">{t("overview.link.open")}</Link>}>
      <Answer to={questions.link()}>
        {(link) => (
          <Facts
            rows={[
              [
                nameOf(link.peer),
                words(link).map(({ key, values }) => (
                  <p key={key}>
                    <Said k={key} values={values} />
                  </p>
                )),
              ],
              [t("overview.ledger.ours"), seen(link.ours)],
              [t("overview.ledger.theirs"), seen(link.theirs)],
              link.error !== null && [t("overview.link.error"), link.error],
            ]}
          />
        )}
      </Answer>
    </Section>
  );
}
