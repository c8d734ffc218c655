import type { StatementView } from "@entente/node/api";
import { useT } from "../../languages/index.ts";
import { pick, Source, Standing, Table, Texts, useFieldName } from "../../parts/index.ts";

interface StatementsProps {
  of: StatementView[];
  /** What they are about, for those who cannot see where the table stands. */
  label: string;
  /** Which of several things one statement is about, where the table holds more than one. */
  about?: (statement: StatementView) => string;
}

/** Facts that sources may see differently: every position with its source, never one merged value. */
export function Statements({ of, label, about }: StatementsProps) {
  const t = useT();
  const fieldName = useFieldName();
  if (of.length === 0) return null;
  // One question is one field of one thing: the number of this session, not of any.
  const questions = Map.groupBy(of, (statement) => {
    const [thing, field] = [about?.(statement), fieldName(statement.field)];
    return thing ? t("statements.about", { thing, field }) : field;
  });
  return (
    <Table
      dense
      label={t("statements.of", { label })}
      className="statements"
      bodies
      columns={[
        { key: "field", head: t("statements.question") },
        { key: "value", head: t("statements.position") },
        { key: "by", head: t("statements.stated-by") },
        { key: "source", head: t("statements.source") },
        { key: "standing", head: t("column.standing") },
      ]}
    >
      {[...questions].map(([question, positions]) => (
        <tbody key={question}>
          {positions.map((statement, index) => (
            <tr key={statement.id}>
              {index === 0 && (
                <th scope="row" rowSpan={positions.length}>
                  {question} {differ(positions) && <span className="flag att">{t("statements.differ")}</span>}
                </th>
              )}
              <td>
                <b>
                  <Texts of={statement.value} />
                </b>
              </td>
              <td className="nw">{statement.by.short}</td>
              <td>
                <Source of={statement.source} />
              </td>
              <td>
                <Standing of={statement.standing} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  );
}

/** Compared in one language, so that a translation is no difference. */
export const differ = (positions: StatementView[]): boolean =>
  new Set(positions.map(({ value }) => pick(value, "en")?.text.trim().toLowerCase())).size > 1;
