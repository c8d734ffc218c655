import type { ReactNode } from "react";
import { Mark } from "../parts/index.ts";
import { Languages } from "./languages.tsx";

/** A page for people who are not signed in: nothing of the node's content, so no marking. */
export function Bare({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="top">
        <div className="row1">
          <a className="brand" href="/">
            <Mark />
            Entente
          </a>
          <Languages />
        </div>
      </header>
      <main id="main" className="page bare">
        {children}
      </main>
    </>
  );
}
