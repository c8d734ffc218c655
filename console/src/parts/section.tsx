import { type ReactNode, useId } from "react";

interface SectionProps {
  title: ReactNode;
  /** One remark at the right of the head. */
  remark?: ReactNode;
  /** A line below. */
  foot?: ReactNode;
  /** Columns of the page's twelve, inside a `.grid`. */
  columns?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12;
  children: ReactNode;
}

/** A section as a printed table opens: a two-pixel rule, a head, a remark. */
export function Section({ title, remark, foot, columns, children }: SectionProps) {
  const id = useId();
  return (
    <section className={columns ? `sec c${columns}` : "sec"} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {remark && <p>{remark}</p>}
      </header>
      {children}
      {foot && <p className="foot">{foot}</p>}
    </section>
  );
}
