import type { SearchAnswer } from "@entente/node/api";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { narrowest, Page, ProblemNote, useMarking, useTypeName, Waiting } from "../../parts/index.ts";
import { searched } from "./answers.ts";
import { Chips } from "./chips.tsx";
import { Export } from "./export.tsx";
import { Facets } from "./facets.tsx";
import { FirstHits } from "./first-hits.tsx";
import { Nothing } from "./nothing.tsx";
import { useTotal } from "./total.ts";
import { Understood } from "./understood.tsx";
import { walk } from "./walk.ts";
import { readWanted, type Wanted } from "./wanted.ts";
import { WholeSection } from "./whole-section.tsx";

/** What was found, in sections by type; beside it what narrows it. The field is the one in the top bar. */
export function SearchPage() {
  const t = useT();
  const typeName = useTypeName();
  const wanted = readWanted(useSearch({ strict: false }));
  const { data, error } = useQuery(searched(wanted));
  const title = wanted.q ? t("search.title.of", { text: wanted.q }) : t("search.title");
  return (
    <Page
      title={title}
      heading={wanted.open ? `${title} · ${typeName(wanted.open)}` : title}
      acts={data && data.total.count > 0 && <Export wanted={wanted} />}
      state={data && <State of={data} />}
    >
      <Chips wanted={wanted} facets={data?.facets} />
      <ProblemNote error={error} />
      {data ? <Found answer={data} wanted={wanted} /> : !error && <Waiting />}
    </Page>
  );
}

function State({ of }: { of: SearchAnswer }) {
  const t = useT();
  const total = useTotal();
  return (
    <>
      <span role="status">{t("search.found", { total: total(of.total), count: of.total.count })}</span>
      <span>{t("search.took", { ms: Math.round(of.tookMs) })}</span>
      {of.understoodAs && <Understood as={of.understoodAs} />}
      {of.total.more && <span>{t("search.more.order")}</span>}
    </>
  );
}

function Found({ answer, wanted }: { answer: SearchAnswer; wanted: Wanted }) {
  const hits = answer.sections.flatMap((section) => section.hits);
  useMarking(answer.label, narrowest(hits.map(({ standing }) => standing)));
  if (answer.total.count === 0) return <Nothing wanted={wanted} />;
  return (
    <div className="grid found">
      <Facets facets={answer.facets} wanted={wanted} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only the arrow keys of the links within */}
      <div className="c9 stack hits" onKeyDown={walk}>
        {wanted.open ? (
          <WholeSection wanted={wanted} type={wanted.open} />
        ) : (
          answer.sections.map((section) => <FirstHits key={section.type} of={section} wanted={wanted} />)
        )}
      </div>
    </div>
  );
}
