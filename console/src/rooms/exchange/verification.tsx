import { useLanguage, useT } from "../../languages/index.ts";
import { dayAndTime, Facts, Section } from "../../parts/index.ts";

interface SideVerified {
  ok: boolean;
  entries: number;
  problems: string[];
}
export interface Verified {
  ours: SideVerified;
  theirs: SideVerified;
}

/** What checking both ledgers from their entries found. */
export function Verification({ of, at }: { of: Verified; at: string }) {
  const t = useT();
  const language = useLanguage();
  return (
    <div role="status">
      <Section
        title={t("exchange.verify.title")}
        remark={t("exchange.verify.at", { at: `${dayAndTime(at, language)} UTC` })}
        foot={t("exchange.verify.what")}
      >
        <Facts
          rows={[
            [t("exchange.ours"), <Found key="ours" side={of.ours} />],
            [t("exchange.theirs"), <Found key="theirs" side={of.theirs} />],
          ]}
        />
      </Section>
    </div>
  );
}

function Found({ side: { ok, entries, problems } }: { side: SideVerified }) {
  const t = useT();
  if (ok) return <>{t("exchange.verify.ok", { entries })}</>;
  return (
    <>
      <span className="flag alarm">{t("exchange.verify.bad", { count: problems.length, entries })}</span>
      <ul className="problems">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </>
  );
}
