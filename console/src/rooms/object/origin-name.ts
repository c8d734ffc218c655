import { useT } from "../../languages/index.ts";
import { useParties } from "../../parts/index.ts";

/** Who handed an object to this node, in words: ours, the ally, a named source of an import. */
export function useOriginName(): (origin: string) => string {
  const t = useT();
  const { short } = useParties();
  return (origin) => {
    if (origin === "own") return t("object.origin.own");
    const [kind, ...rest] = origin.split(":");
    const name = rest.join(":");
    if (kind === "peer") return short(name);
    if (kind === "source") return t("object.origin.source", { source: name });
    return origin;
  };
}
