import type { AgendaItemView, ExerciseView } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { Day, Facts, Section, SideMark, Source, Standing, Texts } from "../../parts/index.ts";
import { GroupsSection } from "../threats/groups-section.tsx";
import { Statements } from "./statements.tsx";
import { Strategies } from "./strategies.tsx";

/** What an agenda item brings with it: strategies of both sides, the groups, exercises, positions. */
export function ItemInFull({ item }: { item: AgendaItemView }) {
  const t = useT();
  const label = t("agenda.heading", { number: item.number });
  const title = (
    <>
      {label} <Texts of={item.title} />
    </>
  );
  const { strategies, exercises, statements } = item;
  const groups = showsGroups(item);
  const lead = item.description && (
    <p className="running">
      <Texts of={item.description} />
    </p>
  );
  return (
    <div id={`item-${item.number}`} className="stack item">
      {groups && <GroupsSection title={title} lead={lead} />}
      {!groups && (
        <Section
          title={title}
          remark={item.region ? t("agenda.region", { region: item.region }) : undefined}
          foot={strategies.length > 0 ? t("strategies.foot") : undefined}
        >
          {lead}
          {strategies.length > 0 && <Strategies of={strategies} />}
          {exercises.map((exercise) => (
            <Exercise key={exercise.id} of={exercise} />
          ))}
          <Statements of={statements} label={label} />
        </Section>
      )}
      {groups && statements.length > 0 && <Statements of={statements} label={label} />}
    </div>
  );
}

/** The item on current threats is the second of the agenda; it carries neither strategies nor exercises. */
const showsGroups = ({ number, strategies, exercises }: AgendaItemView): boolean =>
  number === "2" && strategies.length === 0 && exercises.length === 0;

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
