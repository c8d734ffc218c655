import type { SearchAnswer } from "@entente/node/api";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useId, useState } from "react";
import { useT } from "../../languages/index.ts";
import { useFacetName } from "./facet-name.ts";
import { FacetValue } from "./facet-value.tsx";
import { TimeFacet } from "./time-facet.tsx";
import { choiceOf, FACETS, type Facet, toggled, type Wanted } from "./wanted.ts";

interface FacetsProps {
  facets: SearchAnswer["facets"];
  wanted: Wanted;
}

const AT_FIRST = 8;

/** What narrows the result: every value with how many hits bear it. */
export function Facets({ facets, wanted }: FacetsProps) {
  const t = useT();
  // On a narrow screen they would stand before every hit: there they are shown when asked for.
  const [isWide] = useState(() => matchMedia(WIDE).matches);
  return (
    <aside className="c3" aria-label={t("search.facets")}>
      <details className="facets" open={isWide}>
        <summary>{t("search.facets")}</summary>
        {FACETS.map((facet) => (
          <FacetList key={facet} facet={facet} facets={facets} wanted={wanted} />
        ))}
        <FacetBox title={t("search.facet.time")}>
          <TimeFacet years={facets.time} wanted={wanted} />
        </FacetBox>
      </details>
    </aside>
  );
}

const WIDE = "(min-width: 900px)";

function FacetList({ facet, facets, wanted }: FacetsProps & { facet: Facet }) {
  const t = useT();
  const navigate = useNavigate();
  const nameOf = useFacetName(facets);
  const [all, setAll] = useState(false);
  const values = facets[facet];
  const chosen = choiceOf(wanted[facet]).is;
  if (values.length === 0) return null;
  const shown = all ? values : values.slice(0, AT_FIRST);
  return (
    <FacetBox title={t(`search.facet.${facet}`)}>
      <ul>
        {shown.map((value) => (
          <li key={value.value}>
            <FacetValue
              of={value}
              name={nameOf(facet, value.value)}
              chosen={chosen.includes(value.value)}
              onChoose={() => void navigate({ to: "/search", search: toggled(wanted, facet, value.value) as never })}
            />
          </li>
        ))}
      </ul>
      {values.length > shown.length && (
        <button type="button" className="plain" onClick={() => setAll(true)}>
          {t("search.facet.all", { count: values.length - shown.length })}
        </button>
      )}
    </FacetBox>
  );
}

function FacetBox({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
