import type { ReactNode } from "react";

/** Label left, value right, hairlines between. Falsy rows are left out. */
export function Facts({ rows }: { rows: ([label: string, value: ReactNode] | false | null | undefined)[] }) {
  return (
    <dl className="facts">
      {rows.map(
        (row) =>
          row && (
            <div key={row[0]}>
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
