import type { ThreadPoint, ThreadView } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useLanguage, useT } from "../../languages/index.ts";
import { day, Lanes, Section, Texts, usePlain, useTypeName } from "../../parts/index.ts";

/** One identity through bodies and years: from the tasking through session and outcome to the ministers' answer. */
export function Thread({ of: thread }: { of: ThreadView }) {
  const t = useT();
  return (
    <Section
      title={
        <>
          {t("thread.title")} <Texts of={thread.title} />
        </>
      }
      remark={t("thread.remark")}
    >
      <Lanes
        joined
        label={t("thread.label")}
        lanes={thread.lanes.map((lane, index) => ({
          key: lane.bodyId ?? String(index),
          name: <Texts of={lane.names} quiet />,
        }))}
        points={thread.points.map((point, index) => ({
          key: `${point.objectId} ${index}`,
          lane: point.lane,
          when: <When of={point} />,
          what: <What of={point} />,
          expected: point.expected,
          here: point.here,
        }))}
      />
    </Section>
  );
}

function When({ of: { at, precision } }: { of: ThreadPoint }) {
  return <time dateTime={at}>{day(at, useLanguage(), precision)}</time>;
}

function What({ of: point }: { of: ThreadPoint }) {
  const t = useT();
  const typeName = useTypeName();
  const plain = usePlain();
  const link = {
    params: { id: point.objectId },
    title: plain(point.title),
    children: <Texts of={point.title} quiet />,
  };
  return (
    <>
      <span className="faint">
        {typeName(point.type)}
        {point.expected && ` · ${t("thread.expected")}`}
        {point.here && ` · ${t("thread.here")}`}
      </span>{" "}
      {point.type === "entente-session" ? <Link to="/sessions/$id" {...link} /> : <Link to="/objects/$id" {...link} />}
    </>
  );
}
