import type { SearchFacetValue } from "@entente/node/api";
import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import { useT } from "../../languages/index.ts";
import { FacetValue } from "./facet-value.tsx";
import { between, type Wanted } from "./wanted.ts";

const LAST_DAYS = ["30d", "365d"];
const A_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** When it was changed last: the last days, a year, or from a day to a day. */
export function TimeFacet({ years, wanted }: { years: SearchFacetValue[]; wanted: Wanted }) {
  const t = useT();
  const navigate = useNavigate();
  const go = (from?: string, to?: string) =>
    void navigate({ to: "/search", search: between(wanted, from, to) as never });
  const isYear = (year: string) => wanted.from === `${year}-01-01` && wanted.to === `${year}-12-31`;
  return (
    <>
      <ul>
        {LAST_DAYS.map((days) => (
          <li key={days}>
            <button
              type="button"
              className="facet"
              aria-pressed={wanted.from === days && !wanted.to}
              onClick={() => (wanted.from === days ? go() : go(days))}
            >
              <span>{t("search.time.last", { days: Number.parseInt(days, 10) })}</span>
            </button>
          </li>
        ))}
        {years.map((year) => (
          <li key={year.value}>
            <FacetValue
              of={year}
              name={year.value}
              chosen={isYear(year.value)}
              onChoose={() => (isYear(year.value) ? go() : go(`${year.value}-01-01`, `${year.value}-12-31`))}
            />
          </li>
        ))}
      </ul>
      <DayField label={t("search.time.from")} value={wanted.from} onChange={(day) => go(day, wanted.to)} />
      <DayField label={t("search.time.to")} value={wanted.to} onChange={(day) => go(wanted.from, day)} />
    </>
  );
}

function DayField({
  label,
  value = "",
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  const id = useId();
  return (
    <p className="day-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={A_DAY.test(value) ? value : ""}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
    </p>
  );
}
