import { useId } from "react";
import { useLanguage, useT } from "../../languages/index.ts";
import { Act, clock } from "../../parts/index.ts";
import { inLocalTime, nextFullHour } from "./local-time.ts";

interface InstantFieldProps {
  /** Local time, as the field writes it. */
  value: string;
  onChange: (value: string) => void;
  earliest: string;
}

/** A day and a time in the person's own zone, with three instants that are usual. */
export function InstantField({ value, onChange, earliest }: InstantFieldProps) {
  const t = useT();
  const language = useLanguage();
  const id = useId();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const presets = [
    { word: t("texts.publish.soon"), at: () => Date.now() + 120_000 },
    { word: t("texts.publish.later"), at: () => Date.now() + 600_000 },
    // An hour that is less than a minute away is too near; then the one after it.
    { word: t("texts.publish.hour"), at: () => nextFullHour(Date.now() + 90_000) },
  ];
  return (
    <div className="field instant">
      <label htmlFor={id}>{t("texts.publish.instant", { zone })}</label>
      <p className="hint" id={`${id}-hint`}>
        {t("texts.publish.instant.hint", { earliest: `${clock(earliest, language)} UTC` })}
      </p>
      <input
        id={id}
        type="datetime-local"
        step={1}
        required
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="presets">
        {presets.map(({ word, at }) => (
          <Act key={word} small onPress={() => onChange(inLocalTime(at()))}>
            {word}
          </Act>
        ))}
      </div>
    </div>
  );
}
