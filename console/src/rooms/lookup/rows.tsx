import type { LookupRow } from "@entente/node/api";
import { useT } from "../../languages/index.ts";
import { LongTable } from "../../parts/index.ts";
import { Row } from "./row.tsx";
import type { Verdict } from "./verdict.ts";

export interface Numbered {
  row: LookupRow;
  number: number;
  verdict: Verdict;
}

const COLUMNS = ["row", "understood", "type", "verdict", "whose", "indicates", "since", "label", "copy"] as const;

/** The table of answers, in the order of the inputs. */
export function Rows({ rows }: { rows: Numbered[] }) {
  const t = useT();
  return (
    <div className="answers">
      <LongTable
        label={t("lookup.result")}
        className="res"
        columns={COLUMNS.map((key) => ({
          key,
          head:
            key === "row" || key === "copy" ? (
              <span className="vh">{t(`lookup.col.${key}`)}</span>
            ) : (
              t(`lookup.col.${key}`)
            ),
        }))}
        items={rows}
        keyOf={({ number }) => number}
      >
        {(numbered, place) => <Row key={numbered.number} of={numbered} place={place} />}
      </LongTable>
    </div>
  );
}
