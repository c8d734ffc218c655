import type { LedgerSide, PartyName } from "@entente/node/api";
import { useId, useState } from "react";
import { useLanguage, useT } from "../../languages/index.ts";
import { Act, dayAndTime, Strokes, Table } from "../../parts/index.ts";
import { LedgerRow } from "./ledger-row.tsx";
import { provenSize } from "./proven-size.ts";

interface LedgerProps {
  which: "ours" | "theirs" | "public";
  side: LedgerSide;
  peer: PartyName;
}

const AT_FIRST = 12;
const MORE = 200;

const STROKES = {
  ours: { ours: "full", theirs: "absent" },
  theirs: { ours: "absent", theirs: "full" },
  public: { ours: "full", theirs: "absent" },
} as const;

/** One book, newest entry first; the black line is where it is proven up to. */
export function Ledger({ which, side, peer }: LedgerProps) {
  const t = useT();
  const id = useId();
  const [shown, setShown] = useState(AT_FIRST);
  const { entries } = side;
  const proven = provenSize(side);
  const size = Math.max(side.size, (entries[0]?.entry ?? -1) + 1);
  const rows = entries.slice(0, shown);
  const older = entries.length - rows.length;
  const above = rows.filter(({ entry }) => entry >= proven);
  const below = rows.filter(({ entry }) => entry < proven);
  return (
    <section className={`led ${which}-book`} aria-labelledby={id}>
      <header>
        <Strokes {...STROKES[which]} />
        <h2 id={id}>{t(`exchange.${which}`)}</h2>
        <p>{t(`exchange.${which}.remark`, { party: peer.short, count: size, open: size - Math.min(proven, size) })}</p>
      </header>
      {entries.length === 0 ? (
        <p className="empty">{t(`exchange.empty.${which}`, { party: peer.short })}</p>
      ) : (
        <Table
          bodies
          label={`${t(`exchange.${which}`)}: ${t("exchange.caption")}`}
          columns={[
            { key: "entry", head: t("exchange.col.entry"), numeric: true },
            { key: "time", head: `${t("exchange.col.time")} (UTC)` },
            { key: "kind", head: t("exchange.col.kind") },
            { key: "subject", head: t("exchange.col.subject") },
          ]}
        >
          {above.length > 0 && (
            <tbody>
              {above.map((line) => (
                <LedgerRow key={line.entry} line={line} />
              ))}
            </tbody>
          )}
          {(below.length > 0 || proven === 0) && (
            <tbody>
              <ProvenLine which={which} side={side} proven={proven} peer={peer} />
              {below.map((line) => (
                <LedgerRow key={line.entry} line={line} />
              ))}
            </tbody>
          )}
        </Table>
      )}
      {older > 0 && (
        <p className="older">
          <Act small onPress={() => setShown(shown + MORE)}>
            {t("exchange.older", { count: Math.min(MORE, older) })}
          </Act>{" "}
          <span className="dim">{t("exchange.older.left", { count: size - rows.length })}</span>
        </p>
      )}
      {older === 0 && rows.length > 0 && size > rows.length && (
        <p className="older dim">{t("exchange.older.kept", { count: size - rows.length })}</p>
      )}
    </section>
  );
}

function ProvenLine({ which, side, proven, peer }: LedgerProps & { proven: number }) {
  const t = useT();
  const language = useLanguage();
  const line = { ours: "exchange.ours.line", theirs: "exchange.theirs.line", public: "exchange.public.line" } as const;
  return (
    <tr className="wit">
      <th colSpan={4} scope="rowgroup">
        {which !== "public" && proven > 0 && <Strokes ours="full" theirs="full" />}{" "}
        {proven === 0
          ? t("exchange.line.none")
          : t(which === "ours" && side.checkedAt ? "exchange.ours.witnessed" : line[which], {
              party: peer.short,
              entry: proven - 1,
              at: side.checkedAt ? `${dayAndTime(side.checkedAt, language)} UTC` : "",
              root: side.root.slice(0, 12),
            })}
      </th>
    </tr>
  );
}
