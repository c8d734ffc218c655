import type { AgendaItemView, OutcomeView, SessionPage } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useArrived } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, Section, Table, Texts } from "../../parts/index.ts";
import { AcceptOutcome } from "./accept-outcome.tsx";
import { CarryUp } from "./carry-up.tsx";
import { Positions } from "./positions.tsx";
import { Strength } from "./strength.tsx";
import { useAnswerWord, useKind } from "./words.ts";

interface OutcomesProps {
  outcomes: OutcomeView[];
  items: AgendaItemView[];
  session: SessionPage;
}

/** What was recorded, how strong, who has confirmed it, and where it was carried. */
export function Outcomes({ outcomes, items, session }: OutcomesProps) {
  const t = useT();
  const arrived = useArrived();
  const kind = useKind();
  const [accepting, setAccepting] = useState<OutcomeView | null>(null);
  const [carrying, setCarrying] = useState<OutcomeView | null>(null);
  const agreed = outcomes.filter((outcome) => outcome.agreed).length;
  const itemNumber = (outcome: OutcomeView) =>
    outcome.number ?? items.find(({ id }) => id === outcome.itemId)?.number ?? "–";
  return (
    <Section title={t("outcomes.title")} remark={t("outcomes.remark", { count: outcomes.length, agreed })}>
      {outcomes.length === 0 ? (
        <p className="empty">{t("outcomes.none")}</p>
      ) : (
        <Table
          label={t("outcomes.title")}
          className="outcomes"
          columns={[
            { key: "number", head: t("outcomes.number") },
            { key: "kind", head: t("outcomes.kind") },
            { key: "text", head: t("outcomes.text") },
            { key: "strength", head: t("outcomes.strength") },
            { key: "confirmed", head: t("outcomes.confirmed") },
            { key: "carry-up", head: t("outcomes.carry-up") },
          ]}
        >
          {outcomes.map((outcome) => (
            <tr key={outcome.id} className={arrived(outcome.id)}>
              <td className="mono">{itemNumber(outcome)}</td>
              <td>{kind(outcome.kind)}</td>
              <th scope="row" className="plain">
                <Link to="/objects/$id" params={{ id: outcome.id }}>
                  <Texts of={outcome.text} />
                </Link>
              </th>
              <td className="nw">
                <Strength of={outcome.verb} />
              </td>
              <td>
                <Positions of={outcome.positions} agreed={outcome.agreed} />
                {!outcome.positions.some(({ side, accepted }) => side === "ours" && accepted) && (
                  <Act small possible={outcome.acts.accept} onPress={() => setAccepting(outcome)}>
                    {t("outcomes.accept")}
                  </Act>
                )}
              </td>
              <td>
                {outcome.carryUp ? (
                  <Carried of={outcome.carryUp} />
                ) : (
                  <Act small possible={outcome.acts.carryUp} onPress={() => setCarrying(outcome)}>
                    {t("carry-up.act")}
                  </Act>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {accepting && <AcceptOutcome outcome={accepting} onClose={() => setAccepting(null)} />}
      {carrying && <CarryUp outcome={carrying} session={session} onClose={() => setCarrying(null)} />}
    </Section>
  );
}

function Carried({ of }: { of: NonNullable<OutcomeView["carryUp"]> }) {
  const t = useT();
  const answerWord = useAnswerWord();
  const { disposition } = of;
  return (
    <>
      <p>
        {t("carry-up.to")} <Texts of={of.toBody.names} quiet />
      </p>
      <p>
        {disposition ? (
          <>
            <b>{answerWord(disposition.answer)}</b>{" "}
            <Link to="/sessions/$id" params={{ id: disposition.session.id }}>
              {disposition.session.title ? <Texts of={disposition.session.title} quiet /> : t("sessions.session")}
            </Link>
          </>
        ) : (
          <span className="faint">{t("carry-up.unanswered")}</span>
        )}
      </p>
    </>
  );
}
