import type { GroupLine } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { Count, SideMark, Table, useParties, useTypeName } from "../../parts/index.ts";

/** One row per group: its techniques, and on either side the indicators held and whether an attribution is stated. */
export function GroupsTable({ groups }: { groups: GroupLine[] }) {
  const t = useT();
  const typeName = useTypeName();
  const { own, peer } = useParties();
  const most = {
    techniques: Math.max(1, ...groups.map(({ techniques }) => techniques)),
    indicators: Math.max(1, ...groups.flatMap(({ indicators }) => [indicators.ours, indicators.theirs])),
  };
  return (
    <Table
      dense
      label={t("threats.groups")}
      className="groups"
      columns={[
        { key: "group", head: t("threats.group") },
        { key: "id", head: t("threats.id") },
        { key: "aliases", head: t("threats.aliases") },
        { key: "techniques", head: t("threats.techniques"), numeric: true },
        { key: "bar", head: <span className="vh">{t("threats.techniques.bar")}</span> },
        {
          key: "ours",
          numeric: true,
          head: (
            <>
              <SideMark side="ours" /> {own.short}
            </>
          ),
        },
        { key: "indicators", head: t("threats.indicators") },
        {
          key: "theirs",
          head: (
            <>
              <SideMark side="theirs" /> {peer.short}
            </>
          ),
        },
        { key: "ours-states", head: t("threats.attributes", { party: own.short }) },
        { key: "theirs-states", head: t("threats.attributes", { party: peer.short }) },
      ]}
    >
      {groups.map((group) => (
        <tr key={group.id}>
          <th scope="row">
            <Link to="/threats/$id" params={{ id: group.id }}>
              {group.name}
            </Link>
            {group.type && group.type !== "intrusion-set" && <span className="more">{typeName(group.type)}</span>}
          </th>
          <td className="mono faint">{group.attackId}</td>
          <td className="dim">{group.aliases.filter((alias) => alias !== group.name).join(", ")}</td>
          <td className="num">
            <Count of={group.techniques} />
          </td>
          <td>
            <span className="tb" style={{ width: `${(72 * group.techniques) / most.techniques}px` }} />
          </td>
          <td className="num">
            <Held count={group.indicators.ours} />
          </td>
          <td>
            <span className="mir" aria-hidden="true">
              <i style={{ width: mirror(group.indicators.ours, most.indicators) }} />
              <i style={{ width: mirror(group.indicators.theirs, most.indicators) }} />
            </span>
          </td>
          <td>
            <Held count={group.indicators.theirs} />
          </td>
          <td className="nw">
            <Stated yes={group.attribution.ours} side="ours" />
          </td>
          <td className="nw">
            <Stated yes={group.attribution.theirs} side="theirs" />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** By its square root, so that a few hundred beside some thousands are still seen. */
const mirror = (count: number, most: number): string =>
  `${count === 0 ? 0 : Math.max(2, 56 * Math.sqrt(count / most))}px`;

function Held({ count }: { count: number }) {
  const t = useT();
  return count === 0 ? <span className="faint">{t("threats.no-indicators")}</span> : <Count of={count} />;
}

function Stated({ yes, side }: { yes: boolean; side: "ours" | "theirs" }) {
  const t = useT();
  if (!yes) return <span className="faint">{t("threats.not-stated")}</span>;
  return (
    <>
      <SideMark side={side} /> {t("threats.stated")}
    </>
  );
}
