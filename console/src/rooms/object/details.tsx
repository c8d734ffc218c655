import type { ObjectLine } from "@entente/node/api";
import { Facts } from "../../parts/index.ts";
import { usePropertyName } from "./property-name.ts";
import { Value } from "./value.tsx";

// What a reader looks for first, and what only a machine asks for last; the rest keeps its order between them.
const FIRST = [
  "name",
  "title",
  "names",
  "symbol",
  "kind",
  "description",
  "text",
  "texts",
  "value",
  "pattern",
  "content",
];
const LAST = [
  "object_marking_refs",
  "granular_markings",
  "external_references",
  "created_by_ref",
  "created",
  "modified",
  "type",
  "id",
  "spec_version",
  "extensions",
];

const rank = (key: string): number => {
  const first = FIRST.indexOf(key);
  if (first >= 0) return first - FIRST.length;
  return LAST.indexOf(key) + 1;
};

interface DetailsProps {
  content: Record<string, unknown>;
  /** What the object refers to, by which an id is shown with its title. */
  references: ObjectLine[];
}

/** Every property of an object, named in words and readable. */
export function Details({ content, references }: DetailsProps) {
  const propertyName = usePropertyName();
  const keys = Object.keys(content).sort((a, b) => rank(a) - rank(b));
  return (
    <div className="details">
      <Facts
        rows={keys.map((key) => [
          propertyName(key),
          <Value key={key} name={key} value={content[key]} references={references} />,
        ])}
      />
    </div>
  );
}
