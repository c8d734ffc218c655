import type { ThreatGroups } from "@entente/node/api";
import type { ReactNode } from "react";
import { questions } from "../../api/index.ts";
import { type Say, useT } from "../../languages/index.ts";
import { Answer, Section } from "../../parts/index.ts";
import { GroupsTable } from "./groups-table.tsx";

/** The groups and what each side holds on them: in the room of threats, and in the session's item on threats. */
export function GroupsSection({ title, lead }: { title: ReactNode; lead?: ReactNode }) {
  const t = useT();
  return (
    <Answer to={questions.groups()}>
      {(held) => (
        <Section title={title} remark={remark(t, held)} foot={t("threats.foot")}>
          {lead}
          {held.groups.length === 0 ? (
            <p className="empty">{t("threats.none")}</p>
          ) : (
            <GroupsTable groups={held.groups} />
          )}
        </Section>
      )}
    </Answer>
  );
}

function remark(t: Say, { referenceSet, groups, distinctTechniques }: ThreatGroups): string {
  const counts = t("threats.remark", { groups: groups.length, techniques: distinctTechniques });
  if (!referenceSet) return counts;
  const { name, version, agreed } = referenceSet;
  return `${t(agreed ? "threats.reference.agreed" : "threats.reference.proposed", { name, version })}; ${counts}`;
}
