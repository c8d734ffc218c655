import type { PublicRoom } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { ObjectLink, Standing, Table, useObjectTitle, useTypeName } from "../../parts/index.ts";

const dryRunFor = (ids: string[]) => ({ to: "PUBLIC", ids: ids.join(",") }) as never;

/** What could be made public; each leads to a dry run, and two persons decide there. */
export function ReadyForPublic({ ready }: { ready: PublicRoom["ready"] }) {
  const t = useT();
  const typeName = useTypeName();
  const objectTitle = useObjectTitle();
  if (ready.length === 0) return <p className="empty">{t("public.ready.empty")}</p>;
  return (
    <>
      <Table
        label={t("public.ready.caption")}
        columns={[
          { key: "object", head: t("public.col.object") },
          { key: "type", head: t("public.col.type") },
          { key: "standing", head: t("releases.col.standing") },
          { key: "act", head: t("public.col.act") },
        ]}
      >
        {ready.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <ObjectLink line={line} />
            </th>
            <td>{typeName(line.type)}</td>
            <td>
              <Standing of={line.standing} />
            </td>
            <td className="nw">
              <Link to="/releases" search={dryRunFor([line.id])}>
                {t("public.ready.try")}
                <span className="vh">: {objectTitle(line)}</span>
              </Link>
            </td>
          </tr>
        ))}
      </Table>
      {ready.length > 1 && (
        <p className="foot">
          <Link to="/releases" search={dryRunFor(ready.map(({ id }) => id))}>
            {t("public.ready.all", { count: ready.length })}
          </Link>
        </p>
      )}
    </>
  );
}
