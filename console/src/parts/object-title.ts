import type { ObjectLine } from "@entente/node/api";
import { useT } from "../languages/index.ts";
import { defang } from "./defang.ts";
import { useFieldName } from "./field-name.ts";
import { usePlain } from "./texts.tsx";

type Titled = Pick<ObjectLine, "type" | "title" | "titles" | "statement">;

/** What these are called is an observable, or a pattern of one: nobody should follow it by mistake. */
const OBSERVABLES = new Set(["indicator", "url", "domain-name", "ipv4-addr", "ipv6-addr", "email-addr"]);

/** What an object is called in a list, in the language of the interface. */
export function useObjectTitle(): (line: Titled) => string {
  const t = useT();
  const plain = usePlain();
  const fieldName = useFieldName();
  return ({ type, title, titles, statement }) => {
    const own = plain(titles) || title || t("object.untitled");
    if (OBSERVABLES.has(type)) return defang(own);
    if (!statement) return own;
    const { field, about } = statement;
    return t("statements.titled", { about: plain(about.titles) || about.title, field: fieldName(field), value: own });
  };
}
