import type { CarryUpView } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useArrived } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Act, Instant, Section, Standing, Table, Texts } from "../../parts/index.ts";
import { AnswerCarryUp } from "./answer-carry-up.tsx";
import { useAnswerWord } from "./words.ts";

/** What the bodies below have carried up to this session, and what it answered. */
export function CarriedUpHere({ of }: { of: CarryUpView[] }) {
  const t = useT();
  const arrived = useArrived();
  const answerWord = useAnswerWord();
  const [answering, setAnswering] = useState<CarryUpView | null>(null);
  const answered = of.filter(({ disposition }) => disposition !== null).length;
  return (
    <Section title={t("carried.title")} remark={t("carried.remark", { count: of.length, answered })}>
      <Table
        label={t("carried.title")}
        columns={[
          { key: "outcome", head: t("carried.outcome") },
          { key: "from", head: t("carried.from") },
          { key: "at", head: t("carried.at") },
          { key: "standing", head: t("column.standing") },
          { key: "answer", head: t("carried.answer") },
        ]}
      >
        {of.map((carried) => (
          <tr key={carried.id} className={arrived(carried.id)}>
            <th scope="row" className="plain">
              {carried.outcomes.map((outcome) => (
                <p key={outcome.id}>
                  <Link to="/objects/$id" params={{ id: outcome.id }}>
                    <Texts of={outcome.text} />
                  </Link>
                </p>
              ))}
            </th>
            <td>
              {carried.outcomes.map((outcome) => (
                <p key={outcome.id}>
                  <Link to="/sessions/$id" params={{ id: outcome.session.id }}>
                    {outcome.session.title ? <Texts of={outcome.session.title} quiet /> : t("sessions.session")}
                  </Link>
                </p>
              ))}
            </td>
            <td>
              <Instant at={carried.at} />
            </td>
            <td>
              <Standing of={carried.standing} />
            </td>
            <td>
              {carried.disposition ? (
                <>
                  <b>{answerWord(carried.disposition.answer)}</b>
                  <p>
                    <Texts of={carried.disposition.text} />
                  </p>
                </>
              ) : (
                <Act small possible={carried.acts.answer} onPress={() => setAnswering(carried)}>
                  {t("carried.give-answer")}
                </Act>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {answering && <AnswerCarryUp carried={answering} onClose={() => setAnswering(null)} />}
    </Section>
  );
}
