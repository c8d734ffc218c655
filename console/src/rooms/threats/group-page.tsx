import type { GroupPage as GroupOf } from "@entente/node/api";
import { Link, useParams } from "@tanstack/react-router";
import { questions } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Answer, Count, Page, Section, SideMark, useMarking, useParties } from "../../parts/index.ts";
import { Attribution } from "./attribution.tsx";
import { Reports } from "./reports.tsx";
import { Software } from "./software.tsx";
import { TechniqueMatrix } from "./technique-matrix.tsx";

export function GroupPage() {
  const { id = "" } = useParams({ strict: false });
  return <Answer to={questions.group(id)}>{(group) => <Group of={group} />}</Answer>;
}

function Group({ of: group }: { of: GroupOf }) {
  const t = useT();
  const { reports, statements, label = null } = group;
  // How many indicators this node holds is told to nobody.
  useMarking(label, "own");
  return (
    <Page
      title={group.name}
      symbol={group.attackId}
      crumbs={[
        {
          key: "threats",
          link: <Link to="/threats">{t("room.threats")}</Link>,
        },
      ]}
      state={<Holdings of={group} />}
    >
      <div className="stack group">
        <div className="grid">
          <Attribution statements={statements} description={group.description} />
          <Names of={group} />
        </div>
        <TechniqueMatrix tactics={group.techniquesByTactic} count={group.techniques} />
        <div className="grid">
          <Software of={group.softwareUsed} />
          <Reports of={reports} />
        </div>
      </div>
    </Page>
  );
}

function Holdings({ of: { indicators } }: { of: GroupOf }) {
  const t = useT();
  const { own, peer } = useParties();
  return (
    <>
      <span>
        <SideMark side="ours" /> {own.short}{" "}
        <b>
          <Count of={indicators.ours} />
        </b>{" "}
        {t("threats.indicators.of", { count: indicators.ours })}
      </span>
      <span>
        <SideMark side="theirs" /> {peer.short}{" "}
        <b>
          <Count of={indicators.theirs} />
        </b>{" "}
        {t("threats.indicators.of", { count: indicators.theirs })}
      </span>
      <span>
        <Link to="/lookup">{t("threats.look-up-one")}</Link>
      </span>
    </>
  );
}

function Names({ of: { name, aliases } }: { of: GroupOf }) {
  const t = useT();
  const others = aliases.filter((alias) => alias !== name);
  return (
    <Section columns={5} title={t("threats.names")} remark={t("threats.names.remark", { count: others.length + 1 })}>
      <ul className="names">
        {[name, ...others].map((alias) => (
          <li key={alias}>{alias === name ? <b>{alias}</b> : alias}</li>
        ))}
      </ul>
    </Section>
  );
}
