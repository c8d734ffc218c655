import type { Overview } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { questions } from "../../api/index.ts";
import { useLanguage, useT } from "../../languages/index.ts";
import { Answer, narrowest, Page, Said, today, useMarking, useParties } from "../../parts/index.ts";
import { LinkFacts } from "./link-facts.tsx";
import { NextSession } from "./next-session.tsx";
import { counted, Received } from "./received.tsx";
import { Waiting } from "./waiting.tsx";

/** What waits, whose, and what the ally has released. */
export function OverviewPage() {
  return <Answer to={questions.overview()}>{(overview) => <Today overview={overview} />}</Answer>;
}

function Today({ overview }: { overview: Overview }) {
  const t = useT();
  const language = useLanguage();
  const { peer } = useParties();
  const { waiting, received, session } = overview;
  // What waits here for a decision is told to nobody.
  useMarking(overview.label ?? null, waiting.length > 0 ? "own" : narrowest(received.map(({ standing }) => standing)));
  return (
    <Page
      title={t("room.overview")}
      heading={today(new Date(), language)}
      acts={
        <>
          <Link className="btn" to="/lookup">
            {t("overview.look-up")}
          </Link>
          <Link className="btn" to="/releases">
            {t("overview.prepare")}
          </Link>
        </>
      }
      state={
        <>
          <span>
            <Said k="overview.state.waiting" values={{ count: waiting.length }} />
          </span>
          <span>
            <Said k="overview.state.received" values={{ count: counted(received), party: peer.short }} />
          </span>
          <span>{t("times.utc")}</span>
        </>
      }
    >
      <div className="grid">
        <div className="c8 stack">
          <Waiting of={waiting} />
          <Received of={received} />
        </div>
        <div className="c4 stack">
          <NextSession of={session} />
          <LinkFacts />
        </div>
      </div>
    </Page>
  );
}
