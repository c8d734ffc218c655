import type { Overview } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useLanguage, useT } from "../../languages/index.ts";
import { count, Day, Section, Texts } from "../../parts/index.ts";

export function NextSession({ of: session }: { of: Overview["session"] }) {
  const t = useT();
  const language = useLanguage();
  if (!session) {
    return (
      <Section title={t("overview.session")}>
        <p className="empty">
          {t("overview.session.none")} <Link to="/sessions">{t("overview.session.mechanism")}</Link>
        </p>
      </Section>
    );
  }
  const ahead = session.start ? Math.ceil((Date.parse(session.start) - Date.now()) / 86_400_000) : 0;
  return (
    <Section
      title={t(ahead > 0 ? "overview.session.next" : "overview.session")}
      remark={
        <Link to="/sessions/$id" params={{ id: session.id }}>
          {t("overview.session.open")}
        </Link>
      }
    >
      <div className="nextbox">
        {ahead > 0 && <span className="days">{t("overview.session.days", { count: count(ahead, language) })}</span>}
        <p>
          <b>
            <Texts of={session.title} />
          </b>
          <br />
          {session.start && (
            <span className="dim">
              <Day at={session.start} until={session.stop} />
            </span>
          )}
        </p>
      </div>
    </Section>
  );
}
