import type { ReactNode } from "react";
import { ScrollBox } from "./scroll-box.tsx";

export interface LanePoint {
  key: string;
  lane: number;
  /** When, as it is written above the line. */
  when: ReactNode;
  /** What, below the line. */
  what: ReactNode;
  /** Expected, not yet done: dashed. */
  expected?: boolean;
  /** Where one is: the mark of the product instead of a square. */
  here?: boolean;
}

interface LanesProps {
  label: string;
  lanes: { key: string; name: ReactNode }[];
  /** In order of time: years go to the right. */
  points: LanePoint[];
  /** Points are one thread, drawn as a line from each to the next. */
  joined?: boolean;
}

const HEIGHT = 112;
const LINE = 26;

/** One lane per body, acts as squares in order of time. Narrow, and for readers, the same is a list. */
export function Lanes({ label, lanes, points, joined }: LanesProps) {
  const columns = Math.max(points.length, 1);
  return (
    <ScrollBox label={label} className="pic lanes">
      <div className="lanes-frame" style={{ gridTemplateColumns: `132px repeat(${columns}, minmax(112px, 1fr))` }}>
        <Lines lanes={lanes.length} points={points} joined={joined} />
        {lanes.map((lane, index) => (
          <p key={lane.key} className="lane-name" style={{ gridRow: index + 1, gridColumn: 1 }}>
            {lane.name}
          </p>
        ))}
        <ol className="lane-points" aria-label={label}>
          {points.map((point, index) => (
            <li
              key={point.key}
              className={["point", point.expected && "expected", point.here && "here"].filter(Boolean).join(" ")}
              style={{ gridRow: point.lane + 1, gridColumn: index + 2 }}
              aria-current={point.here ? "true" : undefined}
            >
              <Square here={point.here} expected={point.expected} />
              <b className="when">{point.when}</b>
              <span className="what">{point.what}</span>
            </li>
          ))}
        </ol>
      </div>
    </ScrollBox>
  );
}

/** Lines lie in units of columns and pixels of height, stretched to the width; strokes keep their weight. */
function Lines({ lanes, points, joined }: { lanes: number; points: LanePoint[]; joined: boolean | undefined }) {
  const height = lanes * HEIGHT;
  const at = (point: LanePoint) => point.lane * HEIGHT + LINE;
  return (
    <svg
      className="lane-lines"
      viewBox={`0 0 ${Math.max(points.length, 1)} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      style={{ height, gridRow: `1 / span ${lanes}` }}
    >
      {Array.from({ length: lanes }, (_, lane) => lane * HEIGHT + LINE).map((y) => (
        <path key={y} className="hl" d={`M0 ${y}H${points.length}`} />
      ))}
      {joined &&
        points.slice(1).map((point, index) => {
          const from = points[index]!;
          return (
            <path
              key={point.key}
              className={point.expected ? "rl dashed" : "rl"}
              d={`M${index} ${at(from)}H${index + 0.78}L${index + 1} ${at(point)}`}
            />
          );
        })}
    </svg>
  );
}

function Square({ here, expected }: { here: boolean | undefined; expected: boolean | undefined }) {
  return (
    <svg className="square" viewBox="0 0 26 28" aria-hidden="true">
      {here ? (
        <>
          <rect className="fs" width="26" height="28" />
          <path className="fo" d="M3 9 11 5V21L3 25Z" />
          <path className="ft" d="M15 6 23 2V18L15 22Z" />
        </>
      ) : (
        <rect className={expected ? "act-square dashed" : "act-square"} x="7" y="8" width="12" height="12" />
      )}
    </svg>
  );
}
