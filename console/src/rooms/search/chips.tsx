import type { SearchAnswer } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { useLanguage, useT } from "../../languages/index.ts";
import { day } from "../../parts/index.ts";
import { useFacetName } from "./facet-name.ts";
import { between, choiceOf, FACETS, type Facet, type Wanted, withChoice } from "./wanted.ts";

/** The filters as a sentence: each part turns into its opposite, or goes. */
export function Chips({ wanted, facets }: { wanted: Wanted; facets: SearchAnswer["facets"] | undefined }) {
  const t = useT();
  const chips = [
    ...FACETS.flatMap((facet) => [
      <FacetChip key={facet} facet={facet} sense="is" wanted={wanted} facets={facets} />,
      <FacetChip key={`${facet}-not`} facet={facet} sense="isNot" wanted={wanted} facets={facets} />,
    ]).filter(({ props: { facet, sense } }) => choiceOf(wanted[facet as Facet])[sense as "is"].length > 0),
    ...(wanted.from || wanted.to ? [<TimeChip key="time" wanted={wanted} />] : []),
  ];
  if (chips.length === 0) return null;
  return (
    <p className="chips">
      <span>{t("search.chips.where")}</span>
      {chips.map((chip, index) => (
        <Fragment key={chip.key}>
          {index > 0 && <span>{t("search.chips.and")}</span>}
          {chip}
        </Fragment>
      ))}
      <Link to="/search" search={(wanted.q ? { q: wanted.q } : {}) as never}>
        {t("search.chips.clear")}
      </Link>
    </p>
  );
}

interface FacetChipProps {
  facet: Facet;
  sense: "is" | "isNot";
  wanted: Wanted;
  facets: SearchAnswer["facets"] | undefined;
}

function FacetChip({ facet, sense, wanted, facets }: FacetChipProps) {
  const t = useT();
  const language = useLanguage();
  const nameOf = useFacetName(facets);
  const choice = choiceOf(wanted[facet]);
  const or = new Intl.ListFormat(language, { type: "disjunction" });
  const values = or.format(choice[sense].map((value) => nameOf(facet, value)));
  const name = t(`search.facet.${facet}`);
  const other =
    sense === "is"
      ? { is: [], isNot: [...choice.is, ...choice.isNot] }
      : { is: [...choice.is, ...choice.isNot], isNot: [] };
  return (
    <Chip
      without={withChoice(wanted, facet, { ...choice, [sense]: [] })}
      words={t(sense === "is" ? "search.chip.is" : "search.chip.is-not", { facet: name, values })}
    >
      <Link to="/search" search={withChoice(wanted, facet, other) as never} title={t("search.chip.turn")}>
        {t(sense === "is" ? "search.chip.is" : "search.chip.is-not", { facet: name, values })}
      </Link>
    </Chip>
  );
}

function TimeChip({ wanted }: { wanted: Wanted }) {
  const words = useTimeWords()(wanted);
  return (
    <Chip without={between(wanted, undefined, undefined)} words={words}>
      {words}
    </Chip>
  );
}

function useTimeWords(): (wanted: Wanted) => string {
  const t = useT();
  const language = useLanguage();
  const told = (written: string) => day(written, language);
  return ({ from = "", to = "" }) => {
    const [, days] = /^(\d+)d$/.exec(from) ?? [];
    if (days && !to) return t("search.chip.last", { days: Number(days) });
    const start = days ? t("search.time.last", { days: Number(days) }) : from && told(from);
    if (start && to) return t("search.chip.between", { from: start, to: told(to) });
    return start ? t("search.chip.from", { from: start }) : t("search.chip.to", { to: told(to) });
  };
}

function Chip({ without, words, children }: { without: Wanted; words: string; children: ReactNode }) {
  const t = useT();
  return (
    <span className="filter-chip">
      {children}
      <Link to="/search" search={without as never} aria-label={t("search.chip.remove", { filter: words })}>
        ×
      </Link>
    </span>
  );
}
