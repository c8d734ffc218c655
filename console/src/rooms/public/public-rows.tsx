import type { PublicRoom } from "@entente/node/api";
import { useArrived } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Instant, LongTable, ObjectLink, useTypeName } from "../../parts/index.ts";

/** The rows of the public's view, newest first. */
export function PublicRows({ rows }: { rows: PublicRoom["rows"] }) {
  const t = useT();
  const typeName = useTypeName();
  const arrived = useArrived();
  if (rows.length === 0) return <p className="empty">{t("public.rows.empty")}</p>;
  return (
    <LongTable
      items={rows}
      keyOf={({ id }) => id}
      label={t("public.rows.caption")}
      columns={[
        { key: "object", head: t("public.col.object") },
        { key: "type", head: t("public.col.type") },
        { key: "released", head: t("public.col.released") },
      ]}
    >
      {(row, place) => (
        <tr key={row.id} {...place} className={arrived(row.id)}>
          <th scope="row">
            <ObjectLink line={row} />
          </th>
          <td>{typeName(row.type)}</td>
          <td>
            <Instant at={row.releasedAt} />
          </td>
        </tr>
      )}
    </LongTable>
  );
}
