import type { DecisionLine } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { Instant, LongTable, useFunction } from "../../parts/index.ts";
import { useDecisionTitle } from "./decision-title.ts";
import { useRecipient } from "./recipient.ts";

/** What was decided, by whom, and how far each decision has come. */
export function DecisionList({ decisions }: { decisions: DecisionLine[] }) {
  const t = useT();
  const recipient = useRecipient();
  const functionName = useFunction();
  const decisionTitle = useDecisionTitle();
  return (
    <LongTable
      items={decisions}
      keyOf={({ id }) => id}
      label={t("releases.decisions.caption")}
      columns={[
        { key: "decision", head: t("releases.col.decision") },
        { key: "to", head: t("releases.col.to") },
        { key: "state", head: t("releases.col.state") },
        { key: "objects", head: t("releases.col.objects"), numeric: true },
        { key: "first", head: t("releases.col.first") },
        { key: "second", head: t("releases.col.second") },
      ]}
    >
      {(line, place) => (
        <tr key={line.id} {...place}>
          <th scope="row">
            <Link to="/releases/$id" params={{ id: line.id }}>
              {decisionTitle(line)}
            </Link>
            {decisionTitle(line) !== line.reason && <p className="dim reason">{line.reason}</p>}
          </th>
          <td className="nw">{recipient(line.party)}</td>
          <td>
            <DecisionState of={line} />
          </td>
          <td className="num">{t("releases.released.of", { released: line.released, objects: line.objects })}</td>
          <td>
            {functionName(line.first.function)}
            <br />
            <Instant at={line.first.at} />
          </td>
          <td>
            {line.second ? (
              <>
                {functionName(line.second.function)}
                <br />
                <Instant at={line.second.at} />
              </>
            ) : (
              <span className="faint">
                {t(line.state === "waits-for-second-person" ? "releases.second.waiting" : "releases.second.none")}
              </span>
            )}
          </td>
        </tr>
      )}
    </LongTable>
  );
}

/** A decision that needs somebody is flagged; any other state is plain ink. */
export function DecisionState({ of }: { of: DecisionLine }) {
  const t = useT();
  const word = t(`releases.state.${of.state}`);
  return of.state === "waits-for-second-person" ? <span className="flag att">{word}</span> : word;
}
