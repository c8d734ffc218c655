import type { Link } from "@entente/node/api";
import { questions } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Answer, Facts, Instant, Section } from "../../parts/index.ts";

const SHAPE: Record<Link["state"], string> = {
  "in-contact": "dot",
  late: "dot late",
  broken: "dot off",
  never: "dot off",
};

/** The state of the link in words: contact, lag, what waits in each direction, and what went wrong. */
export function LinkFacts() {
  const t = useT();
  return (
    <Section columns={5} title={t("exchange.link.title")}>
      <Answer to={questions.link()}>
        {({ state, lastContact, lagMs, toSend, toTakeIn, error }) => (
          <Facts
            rows={[
              [
                t("exchange.link.title"),
                <span key="state">
                  <span className={SHAPE[state]} aria-hidden="true" /> {t(`exchange.state.${state}`)}
                </span>,
              ],
              [
                t("exchange.link.last"),
                lastContact ? <Instant key="last" at={lastContact} as="clock" /> : t("exchange.link.never"),
              ],
              lagMs !== null && [t("exchange.link.lag"), t("exchange.link.lag.value", { ms: lagMs })],
              [t("exchange.link.send"), t("exchange.link.objects", { count: toSend })],
              [t("exchange.link.take"), t("exchange.link.objects", { count: toTakeIn })],
              error !== null && [
                t("exchange.link.error"),
                <span key="error">
                  {error} {t("exchange.link.error.safe")}
                </span>,
              ],
            ]}
          />
        )}
      </Answer>
    </Section>
  );
}
