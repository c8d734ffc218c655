import type { GroupPage } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { Section, Table, useTypeName } from "../../parts/index.ts";

export function Software({ of }: { of: GroupPage["softwareUsed"] }) {
  const t = useT();
  const typeName = useTypeName();
  return (
    <Section columns={5} title={t("software.title")} remark={t("software.remark", { count: of.length })}>
      {of.length === 0 ? (
        <p className="empty">{t("software.none")}</p>
      ) : (
        <Table
          dense
          label={t("software.title")}
          columns={[
            { key: "name", head: t("software.name") },
            { key: "id", head: t("threats.id") },
            { key: "type", head: t("column.type") },
          ]}
        >
          {of.map(({ id, attackId, name, type }) => (
            <tr key={id}>
              <th scope="row" className="plain">
                <Link to="/objects/$id" params={{ id }}>
                  {name}
                </Link>
              </th>
              <td className="mono faint">{attackId}</td>
              <td>{typeName(type)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}
