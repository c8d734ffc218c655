import type { AgendaItemView } from "@entente/node/api";
import { useT } from "../../languages/index.ts";
import { Section, Standing, Table, Texts } from "../../parts/index.ts";
import { useRegion } from "./words.ts";

export function Agenda({ items }: { items: AgendaItemView[] }) {
  const t = useT();
  const region = useRegion();
  return (
    <Section columns={5} title={t("agenda.title")} remark={t("agenda.remark", { count: items.length })}>
      {items.length === 0 ? (
        <p className="empty">{t("agenda.none")}</p>
      ) : (
        <Table
          label={t("agenda.title")}
          className="ag"
          columns={[
            { key: "item", head: t("agenda.item") },
            { key: "title", head: t("agenda.subject") },
            { key: "standing", head: t("column.standing") },
          ]}
        >
          {items.map((item) => (
            <tr key={item.id}>
              <td>{item.number}</td>
              <th scope="row">
                <a href={`#item-${item.number}`}>
                  <Texts of={item.title} />
                </a>
                {item.region && <span className="region">{region(item.region)}</span>}
              </th>
              <td>
                <Standing of={item.standing} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}
