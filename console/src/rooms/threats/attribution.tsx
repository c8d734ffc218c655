import type { StatementView } from "@entente/node/api";
import { useT } from "../../languages/index.ts";
import { Section, SideMark, Source, Standing, Table, Texts, useFieldName, useParties } from "../../parts/index.ts";
import { differ } from "../sessions/statements.tsx";

/** Each side's own position with its source. Nothing is inferred from text, and the two are never merged. */
export function Attribution({ statements, description }: { statements: StatementView[]; description: string }) {
  const t = useT();
  const fieldName = useFieldName();
  const { own, peer } = useParties();
  const fields = [...new Set(statements.map(({ field }) => field))];
  const positions = (field: string, party: string) =>
    statements.filter((statement) => statement.field === field && statement.by.id === party);
  const differs = fields.some((field) => differ(statements.filter((statement) => statement.field === field)));
  return (
    <Section
      columns={7}
      title={t("attribution.title")}
      remark={differs && <span className="flag att">{t("attribution.differs")}</span>}
      foot={<Description of={description} />}
    >
      {fields.length === 0 ? (
        <p className="empty">{t("attribution.none")}</p>
      ) : (
        <Table
          label={t("attribution.title")}
          columns={[
            { key: "field", head: <span className="vh">{t("statements.question")}</span> },
            ...[own, peer].map((party) => ({
              key: party.id,
              head: (
                <>
                  <SideMark side={party === own ? "ours" : "theirs"} />{" "}
                  {t("attribution.states", { party: party.short })}
                </>
              ),
            })),
          ]}
        >
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row" className="plain nw">
                {fieldName(field)}
              </th>
              {[own, peer].map((party) => (
                <td key={party.id}>
                  <Positions of={positions(field, party.id)} />
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

function Positions({ of }: { of: StatementView[] }) {
  const t = useT();
  if (of.length === 0) return <span className="faint">{t("threats.not-stated")}</span>;
  return of.map((statement) => (
    <div key={statement.id} className="position">
      <p>
        <b>
          <Texts of={statement.value} />
        </b>
      </p>
      <p>
        <Source of={statement.source} />
      </p>
      <p>
        <Standing of={statement.standing} />
      </p>
    </div>
  ));
}

function Description({ of }: { of: string }) {
  const t = useT();
  return (
    <>
      {t("attribution.description")} <q lang="en">{withoutCitations(of)}</q>
    </>
  );
}

/** ATT&CK's text without its marks of citation and its links' addresses; the whole stands at the object. */
const withoutCitations = (text: string): string =>
  text
    .replace(/\(Citation: [^)]*\)/g, "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .trim();
