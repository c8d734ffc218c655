import type { LookupRow } from "@entente/node/api";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useT } from "../../languages/index.ts";
import { Table } from "../../parts/index.ts";
import { Row } from "./row.tsx";
import type { Verdict } from "./verdict.ts";

export interface Numbered {
  row: LookupRow;
  number: number;
  verdict: Verdict;
}

const COLUMNS = ["row", "understood", "type", "verdict", "whose", "indicates", "since", "label", "copy"] as const;
const ROW_HEIGHT = 33;

/** The table of answers; of thousands of rows only those near the screen stand in the document. */
export function Rows({ rows }: { rows: Numbered[] }) {
  const t = useT();
  const top = useRef<HTMLDivElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollMargin: top.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.number ?? index,
  });
  const items = virtual.getVirtualItems();
  const above = (items[0]?.start ?? 0) - virtual.options.scrollMargin;
  const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? 0) - virtual.options.scrollMargin);
  return (
    <div ref={top} className="answers">
      <Table
        label={t("lookup.result")}
        className="res"
        bodies
        columns={COLUMNS.map((key) => ({
          key,
          head:
            key === "row" || key === "copy" ? (
              <span className="vh">{t(`lookup.col.${key}`)}</span>
            ) : (
              t(`lookup.col.${key}`)
            ),
        }))}
      >
        <tbody>
          <Gap height={above} />
          {items.map(({ index, key }) => {
            const numbered = rows[index];
            return numbered && <Row key={key} index={index} measure={virtual.measureElement} of={numbered} />;
          })}
          <Gap height={below} />
        </tbody>
      </Table>
    </div>
  );
}

/** Holds the place of the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr className="gap">
      <td colSpan={COLUMNS.length} style={{ height }} />
    </tr>
  );
}
