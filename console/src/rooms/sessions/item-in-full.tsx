import type { AgendaItemView, ExerciseView } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { Day, Facts, Section, SideMark, Source, Standing, Texts } from "../../parts/index.ts";
import { Groups, useGroupsRemark } from "../threats/groups-section.tsx";
import { Statements } from "./statements.tsx";
import { Strategies } from "./strategies.tsx";
import { useRegion } from "./words.ts";

/** What an agenda item brings with it: strategies of both sides, the groups, exercises, positions. */
export function ItemInFull({ item }: { item: AgendaItemView }) {
  const t = useT();
  const region = useRegion();
  const label = t("agenda.heading", { number: item.number });
  const title = (
    <>
      {label} <Texts of={item.title} />
    </>
  );
  const { description, strategies, exercises, statements, showsGroups } = item;
  return (
    <div id={`item-${item.number}`} className="item">
      <Section
        title={title}
        remark={showsGroups ? <GroupsRemark /> : item.region && t("agenda.region", { region: region(item.region) })}
        foot={showsGroups ? t("threats.foot") : strategies.length > 0 && t("strategies.foot")}
      >
        {description && (
          <p className="running">
            <Texts of={description} />
          </p>
        )}
        {strategies.length > 0 && <Strategies of={strategies} />}
        {exercises.map((exercise) => (
          <Exercise key={exercise.id} of={exercise} />
        ))}
        {showsGroups && <Groups />}
        <Statements of={statements} label={label} />
      </Section>
    </div>
  );
}

const GroupsRemark = () => <>{useGroupsRemark()}</>;

function Exercise({ of: exercise }: { of: ExerciseView }) {
  const t = useT();
  return (
    <div className="exercise">
      <h3>
        <SideMark side={exercise.standing.kind === "joint" ? "joint" : exercise.side} />
        <Link to="/objects/$id" params={{ id: exercise.id }}>
          <Texts of={exercise.title} />
        </Link>
        <span>
          <Standing of={exercise.standing} />
        </span>
      </h3>
      <Facts
        rows={[
          exercise.start !== null
            ? [t("exercises.held"), <Day key="held" at={exercise.start} until={exercise.stop ?? undefined} />]
            : typeof exercise.year === "number" && [t("exercises.held"), String(exercise.year)],
          exercise.text !== null && [t("exercises.about"), <Texts key="about" of={exercise.text} />],
          exercise.source !== null && [t("statements.source"), <Source key="source" of={exercise.source} />],
        ]}
      />
    </div>
  );
}
