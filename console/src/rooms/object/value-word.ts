import { useMessage } from "../../languages/index.ts";
import { useFieldName } from "../../parts/index.ts";

/** Properties whose values are words of a vocabulary, and where the catalogs say these; what they lack stays as it is. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  type: ["object.type"],
  report_types: ["object.type", "vocabulary"],
  indicator_types: ["vocabulary"],
  identity_class: ["vocabulary"],
  relationship_type: ["vocabulary"],
  act: ["vocabulary"],
  kind: ["sessions.body", "outcome", "texts.kind"],
  form: ["sessions.form"],
  answer: ["answer"],
  precedence: ["texts.precedence"],
  status: ["texts.status"],
  region: ["region"],
  lang: ["language"],
  language: ["language"],
};

export function useValueWord(): (property: string, value: string) => string {
  const message = useMessage();
  const fieldName = useFieldName();
  return (property, value) => {
    if (property === "field") return fieldName(value);
    for (const catalog of WORDS[property] ?? []) {
      const word = message(`${catalog}.${value}`);
      if (word !== undefined) return word;
    }
    return value;
  };
}
