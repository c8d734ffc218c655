import type { ObjectLine } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useArrived } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Instant, Section, Standing, Table, Texts, Tlp } from "../../parts/index.ts";

/** Reports about the group that this node holds, of either side. */
export function Reports({ of }: { of: ObjectLine[] }) {
  const t = useT();
  const arrived = useArrived();
  return (
    <Section columns={7} title={t("reports.title")} remark={t("reports.remark", { count: of.length })}>
      {of.length === 0 ? (
        <p className="empty">{t("reports.none")}</p>
      ) : (
        <Table
          dense
          label={t("reports.title")}
          columns={[
            { key: "report", head: t("reports.report") },
            { key: "marking", head: t("column.marking") },
            { key: "standing", head: t("column.standing") },
            { key: "modified", head: t("reports.modified") },
          ]}
        >
          {of.map((report) => (
            <tr key={report.id} className={arrived(report.id, report.standing)}>
              <th scope="row">
                <Link to="/objects/$id" params={{ id: report.id }}>
                  {report.titles ? <Texts of={report.titles} /> : report.title}
                </Link>
              </th>
              <td>
                <Tlp level={report.label} />
              </td>
              <td>
                <Standing of={report.standing} />
              </td>
              <td>{report.modified && <Instant at={report.modified} />}</td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}
