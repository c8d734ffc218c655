import type { ObjectLine } from "@entente/node/api";
import { type ReactNode, useState } from "react";
import { useLanguage, useT } from "../../languages/index.ts";
import { Act, count, Day, Facts, Instant, Observable } from "../../parts/index.ts";
import { Pattern } from "./pattern.tsx";
import { usePropertyName } from "./property-name.ts";
import { Reference } from "./reference.tsx";
import { useValueWord } from "./value-word.ts";

interface ValueProps {
  name: string;
  value: unknown;
  references: ObjectLine[];
}

const IDENTIFIER = /^[a-z][a-z0-9-]*--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
// Properties that hold an observable, or an address that nobody should follow by mistake.
const OBSERVABLES = new Set(["value", "url"]);

/** Any value of an object, readable: ids as titles, instants as dates, observables defanged, texts in their languages. */
export function Value({ name, value, references }: ValueProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  if (value === null || value === undefined) return <span className="faint">–</span>;
  if (typeof value === "boolean") return t(value ? "object.details.yes" : "object.details.no");
  if (typeof value === "number") return name === "year" ? String(value) : count(value, language);
  if (typeof value === "string") return <TextValue name={name} value={value} references={references} />;
  if (Array.isArray(value)) return <Several name={name} values={value} references={references} />;
  return <Nested name={name} value={value as Record<string, unknown>} references={references} />;
}

function TextValue({ name, value, references }: ValueProps & { value: string }) {
  const valueWord = useValueWord();
  if (IDENTIFIER.test(value))
    return name === "id" ? <code className="long">{value}</code> : <Reference id={value} references={references} />;
  if (INSTANT.test(value)) return <Instant at={value} />;
  if (DAY.test(value)) return <Day at={value} />;
  if (name === "pattern") return <Pattern pattern={value} />;
  if (OBSERVABLES.has(name)) return <Observable value={value} />;
  if (value.includes("\n")) return <div className="multiline">{value}</div>;
  return /^\S{40,}$/.test(value) ? <code className="long">{value}</code> : valueWord(name, value);
}

const AT_FIRST = 10;

function Several({ name, values, references }: { name: string; values: unknown[]; references: ObjectLine[] }) {
  const t = useT();
  const valueWord = useValueWord();
  const [all, setAll] = useState(false);
  const short = values.every((value) => typeof value === "string" && !IDENTIFIER.test(value) && value.length < 60);
  if (short && values.length <= 30) return <>{values.map((value) => valueWord(name, String(value))).join(", ")}</>;
  const shown = all ? values : values.slice(0, AT_FIRST);
  return (
    <>
      <ul className="several">
        {shown.map((value) => (
          <li key={JSON.stringify(value)}>
            <Value name={name} value={value} references={references} />
          </li>
        ))}
      </ul>
      {values.length > AT_FIRST && (
        <Act small onPress={() => setAll(!all)}>
          {all ? t("object.details.less") : t("object.details.more", { count: values.length })}
        </Act>
      )}
    </>
  );
}

function Nested({
  name,
  value,
  references,
}: {
  name: string;
  value: Record<string, unknown>;
  references: ObjectLine[];
}) {
  const propertyName = usePropertyName();
  const entries = Object.entries(value);
  const isTexts =
    entries.length > 0 && entries.every(([tag, text]) => LANGUAGE_TAG.test(tag) && typeof text === "string");
  // Hashes and extensions have keys that are names of their own, not properties with a word.
  const named = name !== "hashes" && name !== "extensions" && !isTexts;
  return (
    <Facts
      rows={entries.map(([key, one]) => [
        named ? propertyName(key) : key,
        isTexts ? (
          <span key={key} lang={key} className="multiline">
            {String(one)}
          </span>
        ) : (
          <Value key={key} name={key} value={one} references={references} />
        ),
      ])}
    />
  );
}
