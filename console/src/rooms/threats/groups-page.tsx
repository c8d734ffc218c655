import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { questions } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Page, useMarking } from "../../parts/index.ts";
import { GroupsSection } from "./groups-section.tsx";

/** The room of threats opens with the groups that both sides speak about. */
export function GroupsPage() {
  const t = useT();
  const { data } = useQuery(questions.groups());
  // How many indicators this node holds is told to nobody.
  useMarking(data?.label ?? null, "own");
  return (
    <Page
      title={t("threats.groups")}
      acts={
        <Link className="btn" to="/lookup">
          {t("overview.look-up")}
        </Link>
      }
    >
      <div className="stack threats">
        <GroupsSection title={t("threats.both-sides")} />
      </div>
    </Page>
  );
}
