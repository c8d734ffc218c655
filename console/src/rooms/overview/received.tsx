import type { Overview } from "@entente/node/api";
import { useLanguage, useT } from "../../languages/index.ts";
import {
  clock,
  Instant,
  ObjectLink,
  Section,
  Standing,
  Table,
  Tlp,
  useNewcomers,
  useParties,
  useTypeName,
} from "../../parts/index.ts";

/** What the ally has released; a row that comes while one looks draws its stroke. */
export function Received({ of }: { of: Overview["received"] }) {
  const t = useT();
  const language = useLanguage();
  const arrived = useNewcomers(of.map(({ id }) => id));
  const typeName = useTypeName();
  const { peer } = useParties();
  const [last] = of;
  return (
    <Section
      title={t("overview.received", { party: peer.short })}
      remark={last && t("overview.received.remark", { count: counted(of), at: clock(last.at, language) })}
    >
      {of.length === 0 ? (
        <p className="empty">{t("overview.received.none", { party: peer.short })}</p>
      ) : (
        <Table
          dense
          label={t("overview.received", { party: peer.short })}
          columns={[
            { key: "object", head: t("column.object") },
            { key: "type", head: t("column.type") },
            { key: "marking", head: t("column.marking") },
            { key: "standing", head: t("column.standing") },
            { key: "at", head: t("overview.released-at") },
          ]}
        >
          {of.map((line) => (
            <tr key={line.id} className={arrived(line.id)}>
              <th scope="row">
                <ObjectLink line={line} />
                {line.more ? <span className="more">{t("overview.received.more", { count: line.more })}</span> : null}
              </th>
              <td>{typeName(line.type)}</td>
              <td>
                <Tlp level={line.label} />
              </td>
              <td>
                <Standing of={line.standing} />
              </td>
              <td>
                <Instant at={line.at} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

/** What came in masses is one line, and counts as many as it stands for. */
export const counted = (received: Overview["received"]): number =>
  received.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
