import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { FACETS, type Wanted } from "./wanted.ts";

/** Nothing was found: what can be done instead. */
export function Nothing({ wanted }: { wanted: Wanted }) {
  const t = useT();
  const { q } = wanted;
  const hasFilters = [...FACETS, "from", "to"].some((part) => wanted[part as keyof Wanted]);
  return (
    <div className="empty">
      <p>{q ? t("search.nothing.of", { text: q }) : t("search.nothing")}</p>
      <p className="row-of-acts">
        {hasFilters && (
          <Link className="btn" to="/search" search={(q ? { q } : {}) as never}>
            {t("search.nothing.all")}
          </Link>
        )}
        {q && (
          <Link className="btn" to="/lookup" hash={encodeURIComponent(q)}>
            {t("search.nothing.lookup")}
          </Link>
        )}
      </p>
    </div>
  );
}
