import type { LookupRow } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useMessage, useT } from "../../languages/index.ts";
import { Act, Day, highest, Observable, type Place, Standing, Tlp } from "../../parts/index.ts";
import type { Numbered } from "./rows.tsx";
import { PATTERN } from "./verdict.ts";

interface RowProps {
  of: Numbered;
  place: Place;
}

/** One input and what is known of it. */
export function Row({ of: { row, number, verdict }, place }: RowProps) {
  const t = useT();
  const message = useMessage();
  const { understoodAs, matches } = row;
  const label = highest(matches.map((match) => match.label));
  const since = matches
    .flatMap(({ validFrom }) => validFrom ?? [])
    .sort()
    .at(-1);
  return (
    <tr {...place}>
      <td className="num faint">{number}</td>
      <th scope="row" className="plain">
        <Observable value={understoodAs?.value ?? row.input} />
      </th>
      <td className="dim nw">
        {understoodAs &&
          (message(`lookup.type.${understoodAs.type}`) ??
            message(`object.type.${understoodAs.type}`) ??
            understoodAs.type)}
      </td>
      <td>
        <span className={`v pt-${PATTERN[verdict]}`}>
          <i />
          {t(verdictWord(row, verdict))}
        </span>
      </td>
      <td className="nw">{matches.length > 0 ? <Whose matches={matches} /> : <None />}</td>
      <td>
        {verdict === "not-understood" ? (
          <span className="dim">{t("lookup.wanted")}</span>
        ) : matches.length > 0 ? (
          <Indicates matches={matches} />
        ) : (
          <None />
        )}
      </td>
      <td className="nw">{since ? <Day at={since.slice(0, 10)} /> : <None />}</td>
      <td>{matches.length > 0 ? <Tlp level={label} /> : <None />}</td>
      <td>{understoodAs && <Copy value={understoodAs.value} />}</td>
    </tr>
  );
}

function verdictWord({ matches }: LookupRow, verdict: Numbered["verdict"]) {
  if (verdict === "through") {
    return matches[0]?.via === "host-of-url" ? "lookup.one.host-of-url" : "lookup.one.parent-domain";
  }
  return `lookup.one.${verdict}` as const;
}

/** Each standing once: a value may be known from us and from the ally. */
function Whose({ matches }: { matches: LookupRow["matches"] }) {
  const seen = new Map(matches.map(({ standing }) => [JSON.stringify(standing), standing]));
  return (
    <span className="whose">
      {[...seen].map(([key, standing]) => (
        <Standing key={key} of={standing} />
      ))}
    </span>
  );
}

function Indicates({ matches }: { matches: LookupRow["matches"] }) {
  const t = useT();
  return (
    <ul>
      {matches.map(({ indicatorId, name, indicates }) => (
        <li key={indicatorId}>
          <Link to="/objects/$id" params={{ id: indicatorId }} aria-label={t("lookup.indicator", { name })}>
            {indicates.length > 0 ? indicates.join(", ") : <Observable value={name} />}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Copy({ value }: { value: string }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  return (
    <Act small onPress={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}>
      {copied ? t("lookup.copied") : t("lookup.copy.short")}
      <span className="vh"> {value}</span>
    </Act>
  );
}

function None(): ReactNode {
  const t = useT();
  return (
    <>
      <span className="faint" aria-hidden="true">
        –
      </span>
      <span className="vh">{t("lookup.none")}</span>
    </>
  );
}
