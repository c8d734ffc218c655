import type { SearchSection } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { Section, Table, useTypeName } from "../../parts/index.ts";
import { Hit, useHitColumns } from "./hit.tsx";
import { useTotal } from "./total.ts";
import type { Wanted } from "./wanted.ts";

/** The best hits of one type, how many there are, and the way to all of them. */
export function FirstHits({ of: { type, total, hits, cursor }, wanted }: { of: SearchSection; wanted: Wanted }) {
  const t = useT();
  const name = useTypeName()(type);
  const written = useTotal();
  const columns = useHitColumns();
  return (
    <Section title={name} remark={written(total)}>
      <Table label={name} columns={columns}>
        {hits.map((hit) => (
          <Hit key={hit.id} of={hit} />
        ))}
      </Table>
      {cursor && (
        <p className="foot">
          <Link to="/search" search={{ ...wanted, open: type } as never}>
            {t("search.open", { total: written(total), type: name })}
          </Link>
        </p>
      )}
    </Section>
  );
}
