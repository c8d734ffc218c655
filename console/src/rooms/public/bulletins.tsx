import type { PublicRoom } from "@entente/node/api";
import { useLanguage, useT } from "../../languages/index.ts";
import { count, Instant, Table, Texts } from "../../parts/index.ts";

/** The newsletter's issues and how far each has been delivered. */
export function Bulletins({ bulletins }: { bulletins: PublicRoom["bulletins"] }) {
  const t = useT();
  const language = useLanguage();
  if (bulletins.length === 0) return <p className="empty">{t("public.bulletins.empty")}</p>;
  return (
    <Table
      label={t("public.bulletins.caption")}
      columns={[
        { key: "title", head: t("public.col.title") },
        { key: "queued", head: t("public.col.queued"), numeric: true },
        { key: "delivered", head: t("public.col.delivered"), numeric: true },
      ]}
    >
      {bulletins.map(({ title, at, queued, delivered }) => (
        <tr key={at + JSON.stringify(title)}>
          <th scope="row" className="plain">
            <Texts of={title} quiet />
            <p className="dim">
              <Instant at={at} />
            </p>
          </th>
          <td className="num">{count(queued, language)}</td>
          <td className="num">{count(delivered, language)}</td>
        </tr>
      ))}
    </Table>
  );
}
