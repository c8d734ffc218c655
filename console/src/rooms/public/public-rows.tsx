import type { PublicRoom } from "@entente/node/api";
import { useArrived } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Instant, Table, useTypeName } from "../../parts/index.ts";
import { ObjectLink } from "../object/object-link.tsx";

/** The rows of the public's view, newest first. */
export function PublicRows({ rows }: { rows: PublicRoom["rows"] }) {
  const t = useT();
  const typeName = useTypeName();
  const arrived = useArrived();
  if (rows.length === 0) return <p className="empty">{t("public.rows.empty")}</p>;
  return (
    <Table
      label={t("public.rows.caption")}
      columns={[
        { key: "object", head: t("public.col.object") },
        { key: "type", head: t("public.col.type") },
        { key: "released", head: t("public.col.released") },
      ]}
    >
      {rows.map((row) => (
        <tr key={row.id} className={arrived(row.id)}>
          <th scope="row">
            <ObjectLink line={row} />
          </th>
          <td>{typeName(row.type)}</td>
          <td>
            <Instant at={row.releasedAt} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
