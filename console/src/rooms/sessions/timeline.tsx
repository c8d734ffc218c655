import type { BodyView } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { Day, type LanePoint, Lanes, Section, Texts } from "../../parts/index.ts";
import { useSessionName } from "./session-name.ts";

/** Since the founding: one lane per body, what is known with a date. */
export function Timeline({ bodies }: { bodies: BodyView[] }) {
  const t = useT();
  const name = useSessionName();
  const dated = bodies.flatMap((body, lane) => [
    ...(body.founded
      ? [
          {
            at: body.founded,
            point: { key: body.id, lane, when: <Day at={body.founded} />, what: t("sessions.founding") },
          },
        ]
      : []),
    ...body.sessions.flatMap((session) => {
      if (!session.start) return [];
      const point: LanePoint = {
        key: session.id,
        lane,
        when: <Day at={session.start} until={session.stop} />,
        what: (
          <Link to="/sessions/$id" params={{ id: session.id }}>
            {name(session)}
          </Link>
        ),
        expected: Date.parse(session.start) > Date.now(),
      };
      return [{ at: session.start, point }];
    }),
  ]);
  if (dated.length === 0) return null;
  const points = dated.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ point }) => point);
  return (
    <Section title={t("sessions.timeline")} remark={t("sessions.timeline.remark")}>
      <Lanes
        label={t("sessions.timeline")}
        lanes={bodies.map((body) => ({ key: body.id, name: <Texts of={body.names} quiet /> }))}
        points={points}
      />
    </Section>
  );
}
