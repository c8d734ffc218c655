import type { DryRun, DryRunGroup } from "@entente/node/api";
import { useId, useState } from "react";
import { useLanguage, useT } from "../../languages/index.ts";
import { count, ObjectLink, Table, Tlp, useObjectTitle, useTypeName } from "../../parts/index.ts";
import { useBecause } from "./because.ts";
import { RuleChip } from "./rule-chip.tsx";

const PATTERN = { permit: "go", wait: "wait", deny: "stay" } as const;

/** One row per type, label, rule and reason; the objects of a row unfold below it. */
export function DryRunRows({ groups }: { groups: DryRun["groups"] }) {
  const t = useT();
  const filled = groups.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return <p className="empty">{t("releases.rows.none")}</p>;
  return (
    <Table
      bodies
      dense
      className="verdicts"
      label={t("releases.rows.caption")}
      columns={[
        { key: "object", head: t("releases.col.object") },
        { key: "type", head: t("releases.col.type") },
        { key: "count", head: t("releases.col.count"), numeric: true },
        { key: "label", head: t("releases.col.label") },
        { key: "rule", head: t("releases.col.rule") },
        { key: "reason", head: t("releases.col.reason") },
      ]}
    >
      {filled.map(({ answer, rows }) => (
        <tbody key={answer}>
          <tr className="grp">
            <th colSpan={6} scope="rowgroup">
              <span className={`verd pt-${PATTERN[answer]}`}>
                <i />
                {t(`releases.group.${answer}`, { count: rows.reduce((sum, row) => sum + row.count, 0) })}
              </span>
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={[row.type, row.label, row.rule, row.code, JSON.stringify(row.values)].join(" ")} row={row} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function Row({ row }: { row: DryRunGroup }) {
  const t = useT();
  const language = useLanguage();
  const typeName = useTypeName();
  const objectTitle = useObjectTitle();
  const because = useBecause();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [only] = row.examples;
  return (
    <>
      <tr>
        <th scope="row" className="plain">
          {row.count === 1 && only ? (
            <ObjectLink line={{ ...only, type: row.type }} />
          ) : (
            <button
              type="button"
              className="unfold"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              onClick={() => setOpen(!open)}
            >
              {t("releases.row.more", { title: objectTitle(row), count: row.count - 1 })}
            </button>
          )}
        </th>
        <td>{typeName(row.type)}</td>
        <td className="num">{count(row.count, language)}</td>
        <td>
          {row.label === null ? <span className="faint">{t("releases.label.none")}</span> : <Tlp level={row.label} />}
        </td>
        <td>
          <RuleChip rule={row.rule} />
        </td>
        <td className="reason">{because(row)}</td>
      </tr>
      {open && (
        <tr className="examples">
          <td colSpan={6} id={id}>
            <p className="dim">{t("releases.examples.of", { shown: row.examples.length, count: row.count })}</p>
            <ul>
              {row.examples.map((example) => (
                <li key={example.id}>
                  <ObjectLink line={{ ...example, type: row.type }} /> <code className="faint">{example.digest}</code>
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}
