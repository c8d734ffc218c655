import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { questions, Refusal, useEvents } from "../api/index.ts";
import { useT } from "../languages/index.ts";
import { Banner, MarkingOfPage, ProblemNote, Waiting } from "../parts/index.ts";
import { Bare } from "./bare.tsx";
import { Help, KeysLine } from "./help.tsx";
import { useKeyboard } from "./keyboard.ts";
import { SignedOut } from "./signed-out.tsx";
import { TopBar } from "./top-bar.tsx";

/** What surrounds every page: marking first and last, whose node this is, the link, the rooms. */
export function Shell() {
  const t = useT();
  const { data: me, error } = useQuery(questions.me());
  const [help, setHelp] = useState(false);
  const signedOut = error instanceof Refusal && error.signedOut;
  const signedIn = me !== undefined && !signedOut;
  useEvents(signedIn);
  useKeyboard(signedIn, () => setHelp(true));

  if (signedOut) return <SignedOut />;
  if (!me) return <Bare>{error ? <ProblemNote error={error} /> : <Waiting />}</Bare>;
  return (
    <MarkingOfPage>
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <Banner at="top" />
      <TopBar />
      <main id="main" className="page" tabIndex={-1}>
        <Outlet />
      </main>
      <footer>
        <KeysLine onAll={() => setHelp(true)} />
        <Banner at="bottom" />
      </footer>
      <Help open={help} onClose={() => setHelp(false)} />
    </MarkingOfPage>
  );
}
