import type { Overview } from "@entente/node/api";
import { type Key, useT } from "../../languages/index.ts";
import { Go, Section, SideMark, Table, Texts, useParties, useReason } from "../../parts/index.ts";

type Waits = Overview["waiting"][number];

const TASKS: Record<Waits["kind"], Key> = {
  "second-person": "overview.task.second-person",
  "accept-outcome": "overview.task.accept-outcome",
  "accept-text": "overview.task.accept-text",
  "sign-text": "overview.task.sign-text",
  "publish-text": "overview.task.publish-text",
  "ready-report": "overview.task.ready-report",
  disposition: "overview.task.disposition",
  quarantine: "overview.task.quarantine",
};

export function Waiting({ of }: { of: Waits[] }) {
  const t = useT();
  const reason = useReason();
  const { own, peer } = useParties();
  const raisedBy = { ours: own.short, theirs: peer.short, joint: t("side.joint") };
  return (
    <Section title={t("overview.waiting")} remark={t("overview.waiting.remark", { count: of.length })}>
      {of.length === 0 ? (
        <p className="empty">{t("overview.waiting.none")}</p>
      ) : (
        <Table
          label={t("overview.waiting")}
          columns={[
            { key: "number", head: <span className="vh">{t("overview.number")}</span> },
            { key: "task", head: t("overview.task") },
            { key: "subject", head: t("overview.subject") },
            { key: "why", head: t("overview.why") },
            { key: "side", head: t("overview.raised-by") },
          ]}
        >
          {of.map((waits, index) => (
            <tr key={waits.kind + waits.href}>
              <td className="faint">{index + 1}</td>
              <th scope="row" className="nw">
                <Go href={waits.href}>{t(TASKS[waits.kind])}</Go>
              </th>
              <td>{waits.titles ? <Texts of={waits.titles} /> : waits.title}</td>
              <td>{reason(waits.why)}</td>
              <td className="nw">
                <SideMark side={waits.side} /> {raisedBy[waits.side]}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}
