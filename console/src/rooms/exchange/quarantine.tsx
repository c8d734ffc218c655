import type { Exchange, PartyName } from "@entente/node/api";
import { useMessage, useT } from "../../languages/index.ts";
import { Instant, Section, Table } from "../../parts/index.ts";

/** What came in and was not admitted, with the reason; nothing of it is used. */
export function Quarantine({ items, peer }: { items: Exchange["quarantine"]; peer: PartyName }) {
  const t = useT();
  const message = useMessage();
  return (
    <Section
      columns={7}
      title={t("exchange.quarantine.title")}
      remark={t("exchange.quarantine.remark", { count: items.length, party: peer.short })}
    >
      {items.length === 0 ? (
        <p className="empty">{t("exchange.quarantine.empty")}</p>
      ) : (
        <Table
          label={t("exchange.quarantine.title")}
          columns={[
            { key: "at", head: t("exchange.quarantine.at") },
            { key: "object", head: t("exchange.quarantine.object") },
            { key: "reason", head: t("exchange.quarantine.reason") },
          ]}
        >
          {items.map(({ at, id, reason }) => (
            <tr key={`${id} ${at}`}>
              <td className="nw">
                <Instant at={at} />
              </td>
              <th scope="row" className="mono plain id">
                {id}
              </th>
              <td>{message(`exchange.reason.${reason}`) ?? reason}</td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}
