import type { ReactNode } from "react";
import { ScrollBox } from "./scroll-box.tsx";

export interface Column {
  key: string;
  head: ReactNode;
  numeric?: boolean;
}

interface TableProps {
  /** What the table is, for those who cannot see its section. */
  label: string;
  columns: Column[];
  dense?: boolean;
  className?: string | undefined;
  /** `<tbody>` elements, or rows when there is one body. */
  children: ReactNode;
  bodies?: boolean;
}

/** A table as in a newspaper: rules, no boxes. It scrolls in its own box. */
export function Table({ label, columns, dense, className, children, bodies }: TableProps) {
  return (
    <ScrollBox label={label}>
      <table className={["t", dense && "dense", className].filter(Boolean).join(" ")} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, head, numeric }) => (
              <th key={key} scope="col" className={numeric ? "num" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {bodies ? children : <tbody>{children}</tbody>}
      </table>
    </ScrollBox>
  );
}
