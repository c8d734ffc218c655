import { createContext, type ReactNode, useEffect } from "react";
import { useParties } from "./parties.ts";

/** Whether a page has its heading: what fails before that must give it one. */
export const InPage = createContext(false);

interface PageProps {
  /** For the window's title; `heading` when the h1 shows more than plain text. */
  title: string;
  heading?: ReactNode;
  /** Mono text behind the heading: a symbol, an id. */
  symbol?: string | null;
  crumbs?: { key: string; link: ReactNode }[];
  acts?: ReactNode;
  /** Spans of the line below the heading. */
  state?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: path, heading, acts at the right, one line of state, then sections. */
export function Page({ title, heading, symbol, crumbs, acts, state, children }: PageProps) {
  const { demonstration } = useParties();
  useEffect(() => {
    document.title = [title, "Entente", ...(demonstration ? ["DEMONSTRATION"] : [])].join(" · ");
  }, [title, demonstration]);
  return (
    <InPage value>
      {crumbs && crumbs.length > 0 && (
        <ol className="crumb">
          {crumbs.map(({ key, link }) => (
            <li key={key}>{link}</li>
          ))}
        </ol>
      )}
      <div className="title">
        <h1>{heading ?? title}</h1>
        {symbol && <span className="mono dim">{symbol}</span>}
        {acts && <div className="acts">{acts}</div>}
      </div>
      {state && <p className="state">{state}</p>}
      {children}
    </InPage>
  );
}
