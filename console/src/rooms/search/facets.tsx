import type { SearchAnswer, SearchFacetValue } from "@entente/node/api";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useId, useState } from "react";
import { useT } from "../../languages/index.ts";
import { useFacetName } from "./facet-name.ts";
import { TimeFacet } from "./time-facet.tsx";
import { useTotal } from "./total.ts";
import { choiceOf, FACETS, type Facet, toggled, type Wanted } from "./wanted.ts";

interface FacetsProps {
  facets: SearchAnswer["facets"];
  wanted: Wanted;
}

const AT_FIRST = 8;

/** What narrows the result: every value with how many hits bear it. */
export function Facets({ facets, wanted }: FacetsProps) {
  const t = useT();
  return (
    <aside className="c3 facets" aria-label={t("search.facets")}>
      {FACETS.map((facet) => (
        <FacetList key={facet} facet={facet} facets={facets} wanted={wanted} />
      ))}
      <FacetBox title={t("search.facet.time")}>
        <TimeFacet years={facets.time} wanted={wanted} />
      </FacetBox>
    </aside>
  );
}

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

interface FacetValueProps {
  of: SearchFacetValue;
  name: string;
  chosen: boolean;
  onChoose: () => void;
}

/** A value that is pressed or not, and its count. */
export function FacetValue({ of, name, chosen, onChoose }: FacetValueProps) {
  const total = useTotal();
  return (
    <button type="button" className="facet" aria-pressed={chosen} onClick={onChoose}>
      <span>{name}</span> <b>{total(of)}</b>
    </button>
  );
}
