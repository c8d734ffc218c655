import { useLanguage } from "../languages/index.ts";
import { clock, count, day, dayAndTime, days } from "./times.ts";

/** An instant in UTC: its day and time; `clock` only the time to the second. */
export function Instant({ at, as = "full" }: { at: string; as?: "full" | "clock" }) {
  const language = useLanguage();
  return (
    <time className="nw" dateTime={at} title={at}>
      {as === "clock" ? clock(at, language) : dayAndTime(at, language)}
    </time>
  );
}

/** A day, month or year, as exact as it was written; with `until` a span of days. */
export function Day({ at, until }: { at: string; until?: string | null }) {
  const language = useLanguage();
  return <time dateTime={at}>{until === undefined ? day(at, language) : days(at, until, language)}</time>;
}

/** A number as the language writes it. */
export function Count({ of }: { of: number }) {
  return <>{count(of, useLanguage())}</>;
}
