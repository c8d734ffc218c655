import type { SearchFacetValue } from "@entente/node/api";
import { useTotal } from "./total.ts";

interface FacetValueProps {
  of: SearchFacetValue;
  name: string;
  chosen: boolean;
  onChoose: () => void;
}

/** A value that is pressed or not, and its count. */
export function FacetValue({ of, name, chosen, onChoose }: FacetValueProps) {
  const total = useTotal();
  return (
    <button type="button" className="facet" aria-pressed={chosen} onClick={onChoose}>
      <span>{name}</span> <b>{total(of)}</b>
    </button>
  );
}
