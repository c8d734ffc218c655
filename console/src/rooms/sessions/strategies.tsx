import type { Side, StrategyView } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { Day, Facts, SideMark, Source, Standing, Texts, useParties } from "../../parts/index.ts";
import { useRegion } from "./words.ts";

/** Ours left, theirs right, field beside field; a side that has handed in none says so. */
export function Strategies({ of }: { of: StrategyView[] }) {
  const { own, peer, nameOf } = useParties();
  return (
    <div className="deleg">
      <SideColumn side="ours" name={nameOf(own)} of={of} />
      <SideColumn side="theirs" name={nameOf(peer)} of={of} />
    </div>
  );
}

function SideColumn({ side, name, of }: { side: Side; name: string; of: StrategyView[] }) {
  const t = useT();
  const own = of.filter((strategy) => strategy.side === side);
  return (
    <section className={side} aria-label={name}>
      <h3>
        <SideMark side={side} />
        {name} <span>{t("strategies.count", { count: own.length })}</span>
      </h3>
      {own.length === 0 && <p className="empty">{t("strategies.none")}</p>}
      {own.map((strategy) => (
        <Strategy key={strategy.id} of={strategy} />
      ))}
    </section>
  );
}

function Strategy({ of: strategy }: { of: StrategyView }) {
  const t = useT();
  const region = useRegion();
  const { published, year } = strategy;
  return (
    <Facts
      rows={[
        [
          t("strategies.strategy"),
          <b key="title">
            <Link to="/objects/$id" params={{ id: strategy.id }}>
              <Texts of={strategy.title} />
            </Link>
          </b>,
        ],
        strategy.publisher !== null && [t("strategies.publisher"), <Texts key="publisher" of={strategy.publisher} />],
        published !== null
          ? [t("strategies.published"), <Day key="published" at={published} />]
          : year !== null && [t("strategies.published"), String(year)],
        strategy.region !== null && [t("strategies.region"), region(strategy.region)],
        strategy.text !== null && [t("strategies.says"), <Texts key="says" of={strategy.text} />],
        strategy.source !== null && [t("statements.source"), <Source key="source" of={strategy.source} />],
        [t("column.standing"), <Standing key="standing" of={strategy.standing} />],
      ]}
    />
  );
}
