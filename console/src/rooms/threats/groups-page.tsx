import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { Page, useMarking } from "../../parts/index.ts";
import { GroupsSection } from "./groups-section.tsx";

/** The room of threats opens with the groups that both sides speak about. */
export function GroupsPage() {
  const t = useT();
  useMarking(null, "peers");
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
