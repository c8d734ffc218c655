import type { SearchAnswer } from "@entente/node/api";
import { useMessage, useT } from "../../languages/index.ts";
import { useTypeName } from "../../parts/index.ts";
import type { Facet } from "./wanted.ts";

/** What a value of a facet is called: the node names sources and actors, the catalogs the rest. */
export function useFacetName(facets: SearchAnswer["facets"] | undefined): (facet: Facet, value: string) => string {
  const t = useT();
  const message = useMessage();
  const typeName = useTypeName();
  return (facet, value) => {
    switch (facet) {
      case "type":
        return typeName(value);
      case "side":
        return message(`search.side.${value}`) ?? value;
      case "label":
        return value === "none" ? t("marking.none") : `TLP:${value.toUpperCase()}`;
      default:
        return facets?.[facet].find((one) => one.value === value)?.name ?? value.replace(/^(?:source|peer):/, "");
    }
  };
}
