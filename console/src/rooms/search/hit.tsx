import type { SearchHit } from "@entente/node/api";
import { useMessage, useT } from "../../languages/index.ts";
import { defang, Instant, ObjectLink, type Place, Standing, Tlp } from "../../parts/index.ts";
import type { Column } from "../../parts/table.tsx";

export function useHitColumns(): Column[] {
  const t = useT();
  return [
    { key: "object", head: t("search.col.object") },
    { key: "standing", head: t("search.col.standing") },
    { key: "label", head: t("search.col.label") },
    { key: "modified", head: t("search.col.modified") },
  ];
}

/** One hit, and below its name why it was found where the name alone does not say. */
export function Hit({ of: hit, place }: { of: SearchHit; place?: Place }) {
  const why = useWhy()(hit);
  return (
    <tr {...place}>
      <th scope="row">
        <ObjectLink line={hit} />
        {hit.connects && <Connects of={hit.connects} />}
        {why && <span className="why-found">{why}</span>}
      </th>
      <td className="nw">
        <Standing of={hit.standing} />
      </td>
      <td>
        <Tlp level={hit.label} />
      </td>
      <td>{hit.modified && <Instant at={hit.modified} />}</td>
    </tr>
  );
}

function Connects({ of: { from, to } }: { of: { from: string; to: string } }) {
  return (
    <span className="connects">
      {defang(from)} → {defang(to)}
    </span>
  );
}

/** Why it was found: an alias says whose it is, an address in which range it lies. */
function useWhy(): (hit: SearchHit) => string | null {
  const t = useT();
  const message = useMessage();
  return ({ by, from, titles }) => {
    const text = defang(by.text ?? "");
    switch (by.kind) {
      case "alias":
        return t("search.by.alias", { text, party: from });
      case "around":
      case "within":
      case "subdomain":
      case "value":
        return t(`search.by.${by.kind}`, { text });
      case "number":
        return t("search.by.number", { text: text.toUpperCase() });
      case "rest":
        return t("search.by.rest");
      case "name":
        // Found in a name of another language than the one that is shown.
        return titles ? (message("search.by.name") ?? null) : null;
      default:
        return null;
    }
  };
}
