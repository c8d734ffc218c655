import { useQuery } from "@tanstack/react-query";
import { questions } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Answer, Section } from "../../parts/index.ts";
import { GroupsTable } from "./groups-table.tsx";

/** The groups and what each side holds on them, in the room of threats. */
export function GroupsSection({ title }: { title: string }) {
  return (
    <Section title={title} remark={useGroupsRemark()} foot={useT()("threats.foot")}>
      <Groups />
    </Section>
  );
}

/** The same inside another section, such as the session's item on threats. */
export function Groups() {
  const t = useT();
  return (
    <Answer to={questions.groups()}>
      {({ groups }) =>
        groups.length === 0 ? <p className="empty">{t("threats.none")}</p> : <GroupsTable groups={groups} />
      }
    </Answer>
  );
}

/** Which reference set the groups are of, whether both have agreed on it, and how many there are. */
export function useGroupsRemark(): string | undefined {
  const t = useT();
  const { data } = useQuery(questions.groups());
  if (!data) return undefined;
  const counts = t("threats.remark", {
    groups: data.groups.filter(({ type }) => type !== "malware").length,
    techniques: data.distinctTechniques,
  });
  if (!data.referenceSet) return counts;
  const { name, version, agreed } = data.referenceSet;
  return `${t(agreed ? "threats.reference.agreed" : "threats.reference.proposed", { name, version })}; ${counts}`;
}
