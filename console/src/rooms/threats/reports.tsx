import type { ObjectLine } from "@entente/node/api";
import { useArrived } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Instant, ObjectLink, Section, Standing, Table, Tlp } from "../../parts/index.ts";

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
            <tr key={report.id} className={arrived(report.id)}>
              <th scope="row">
                <ObjectLink line={report} />
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
