import type { ObjectLine } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { Texts } from "../../parts/index.ts";

/** An object by its title, in the language of the interface where it has one. */
export function ObjectLink({ line }: { line: Pick<ObjectLine, "id" | "title" | "titles"> }) {
  const t = useT();
  return (
    <Link to="/objects/$id" params={{ id: line.id }}>
      {line.titles ? <Texts of={line.titles} quiet /> : line.title || t("object.untitled")}
    </Link>
  );
}
