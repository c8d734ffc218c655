import type { SessionPage } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useArrived } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { ObjectLink, Section, Standing, Table, Texts } from "../../parts/index.ts";

/** Joint texts first, then what was tabled: one row per symbol, never per language. */
export function Papers({ texts, papers }: Pick<SessionPage, "texts" | "papers">) {
  const t = useT();
  const arrived = useArrived();
  const total = texts.length + papers.length;
  return (
    <Section columns={7} title={t("papers.title")} remark={t("papers.remark", { count: total })}>
      {total === 0 ? (
        <p className="empty">{t("papers.none")}</p>
      ) : (
        <Table
          label={t("papers.title")}
          columns={[
            { key: "symbol", head: t("papers.symbol") },
            { key: "title", head: t("papers.subject") },
            { key: "languages", head: t("papers.languages") },
            { key: "standing", head: t("column.standing") },
          ]}
        >
          {texts.map((text) => (
            <tr key={text.id} className={arrived(text.id)}>
              <td className="mono nw">{text.symbol}</td>
              <th scope="row">
                <Link to="/texts/$id" params={{ id: text.id }}>
                  <Texts of={text.title} />
                </Link>
              </th>
              <td className="nw">{Object.keys(text.title).join(" ")}</td>
              <td>
                <Standing of={text.standing} />
              </td>
            </tr>
          ))}
          {papers.map((paper) => (
            <tr key={paper.id} className={arrived(paper.id)}>
              <td className="mono nw">{paper.symbol ?? "–"}</td>
              <th scope="row" className="plain">
                <ObjectLink line={paper} />
              </th>
              <td className="nw">{paper.titles ? Object.keys(paper.titles).join(" ") : ""}</td>
              <td>
                <Standing of={paper.standing} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}
