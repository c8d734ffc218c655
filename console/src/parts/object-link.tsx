import type { ObjectLine } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "../languages/index.ts";
import { useObjectTitle } from "./object-title.ts";
import { pick } from "./pick.ts";

/** An object by what it is called; what is not in the language of the interface says which it is in. */
export function ObjectLink({ line }: { line: Pick<ObjectLine, "id" | "type" | "title" | "titles" | "statement"> }) {
  const objectTitle = useObjectTitle();
  const language = useLanguage();
  const tag = line.titles && pick(line.titles, language)?.tag;
  return (
    <Link to="/objects/$id" params={{ id: line.id }} lang={tag === language ? undefined : tag}>
      {objectTitle(line)}
    </Link>
  );
}
