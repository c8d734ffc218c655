import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import { type Column, Table } from "./table.tsx";

/** To be spread on the row's `<tr>`: where it lies, and how its height is learnt. */
export interface Place {
  ref: (row: HTMLTableRowElement | null) => void;
  "data-index": number;
}

interface LongTableProps<Item> {
  label: string;
  columns: Column[];
  className?: string;
  items: Item[];
  keyOf: (item: Item) => string | number;
  children: (item: Item, place: Place) => ReactNode;
}

const ROW_HEIGHT = 33;
/** Below this all rows stand in the document, so that a short list prints whole. */
const SHORT = 100;

/** A table that may be long: of thousands of rows only those near the screen stand in the document. */
export function LongTable<Item>({ label, columns, className, items, keyOf, children }: LongTableProps<Item>) {
  const top = useRef<HTMLDivElement>(null);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: items.length <= SHORT ? items.length : 20,
    scrollMargin: top.current?.offsetTop ?? 0,
    getItemKey: (index) => keyOf(items[index] as Item),
  });
  const shown = virtual.getVirtualItems();
  const above = (shown[0]?.start ?? 0) - virtual.options.scrollMargin;
  const below = virtual.getTotalSize() - ((shown.at(-1)?.end ?? 0) - virtual.options.scrollMargin);
  return (
    <div ref={top}>
      <Table label={label} className={className} columns={columns}>
        <Gap height={above} columns={columns.length} />
        {shown.map(({ index }) => children(items[index] as Item, { ref: virtual.measureElement, "data-index": index }))}
        <Gap height={below} columns={columns.length} />
      </Table>
    </div>
  );
}

/** Holds the place of the rows that are not drawn. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className="gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
