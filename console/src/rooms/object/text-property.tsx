import type { Texts } from "@entente/node/api";
import { TextArea, TextField } from "../../parts/index.ts";
import { usePropertyName } from "./property-name.ts";

interface TextPropertyProps {
  property: string;
  value: string | Texts;
  onChange: (value: string | Texts) => void;
}

// What is a line rather than a paragraph.
const ONE_LINE = new Set(["name", "title", "names", "place"]);

/** A text to edit: one field, or one per language. */
export function TextProperty({ property, value, onChange }: TextPropertyProps) {
  const label = usePropertyName()(property);
  const Field = ONE_LINE.has(property) ? TextField : TextArea;
  if (typeof value === "string") return <Field label={label} value={value} onChange={onChange} />;
  return (
    <>
      {Object.entries(value).map(([tag, text]) => (
        <Field
          key={tag}
          label={`${label} (${tag})`}
          lang={tag}
          value={text}
          onChange={(next) => onChange({ ...value, [tag]: next })}
        />
      ))}
    </>
  );
}
