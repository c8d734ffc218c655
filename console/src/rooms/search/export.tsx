import { useT } from "../../languages/index.ts";
import { queryOf, type Wanted } from "./wanted.ts";

/** The hits as a file, with the search written into it. */
export function Export({ wanted }: { wanted: Wanted }) {
  const t = useT();
  return (
    <>
      {(["csv", "stix"] as const).map((format) => (
        <a key={format} className="btn" href={`/api/search/export?${queryOf(wanted, { format })}`} download>
          {t(`search.export.${format}`)}
        </a>
      ))}
    </>
  );
}
