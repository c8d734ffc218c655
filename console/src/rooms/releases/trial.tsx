import type { DryRun } from "@entente/node/api";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { tell } from "../../api/index.ts";
import { useLanguage, useT } from "../../languages/index.ts";
import { Act, clock, Page, ProblemNote, Waiting } from "../../parts/index.ts";
import { Decide } from "./decide.tsx";
import { DryRunState, DryRunView } from "./dry-run-view.tsx";
import { useRecipient } from "./recipient.ts";
import { WhatTheySee } from "./what-they-see.tsx";

export interface Selection {
  /** A party's id, or PUBLIC. */
  to: string;
  ids: string[];
}

// Never asked again by itself: a decision binds to what the person has seen, so only the person renews it.
const dryRunOf = ({ to, ids }: Selection) =>
  queryOptions({
    queryKey: ["dry-run", to, ids.join(",")],
    queryFn: () => tell<DryRun>("POST", "/api/releases/dry-run", { ids, party: to }),
    staleTime: "static",
    gcTime: 0,
    placeholderData: keepPreviousData,
  });

/** The dry run of a release that nobody has decided yet, and the first person's decision. */
export function Trial({ to, ids }: Selection) {
  const t = useT();
  const crumbs = useCrumbs();
  const { data, error, dataUpdatedAt, isFetching, refetch } = useQuery(dryRunOf({ to, ids }));
  if (!data) {
    return (
      <Page title={t("releases.title")} crumbs={crumbs}>
        {error ? <ProblemNote error={error} /> : <Waiting>{t("releases.dry.running", { count: ids.length })}</Waiting>}
      </Page>
    );
  }
  return (
    <Tried
      to={to}
      ids={ids}
      dryRun={data}
      error={error}
      at={new Date(dataUpdatedAt).toISOString()}
      busy={isFetching}
      again={() => void refetch()}
    />
  );
}

interface TriedProps extends Selection {
  dryRun: DryRun;
  error: Error | null;
  at: string;
  busy: boolean;
  again: () => void;
}

function Tried({ to, ids, dryRun, error, at, busy, again }: TriedProps) {
  const t = useT();
  const language = useLanguage();
  const crumbs = useCrumbs();
  const recipient = useRecipient();
  const title = useTrialTitle(dryRun, ids.length);
  return (
    <Page
      title={title}
      crumbs={crumbs}
      acts={
        <>
          <Link className="btn" to="/releases">
            {t("releases.dry.change")}
          </Link>
          <Act onPress={again} busy={busy}>
            {t("releases.dry.again")}
          </Act>
        </>
      }
      state={
        <>
          <span className="flag now">{t("releases.dry.flag")}</span>
          <span>
            <b>{clock(at, language)}</b> UTC
          </span>
          <DryRunState of={dryRun} />
          <span>
            {dryRun.party
              ? t("releases.dry.unseen", { party: recipient(dryRun.party) })
              : t("releases.dry.unseen.public")}
          </span>
        </>
      }
    >
      {error && <ProblemNote error={error} />}
      <DryRunView dryRun={dryRun}>
        <Decide to={to} ids={ids} dryRun={dryRun} again={again} />
        <WhatTheySee dryRun={dryRun} />
      </DryRunView>
    </Page>
  );
}

function useCrumbs() {
  const t = useT();
  return [{ key: "releases", link: <Link to="/releases">{t("releases.title")}</Link> }];
}

/** One object is named, several are counted. */
function useTrialTitle({ groups, party, counts }: DryRun, chosen: number): string {
  const t = useT();
  const rows = groups.flatMap((group) => group.rows);
  const [only] = rows;
  const title = chosen === 1 ? (rows.find(({ type }) => type === "report") ?? only)?.title : undefined;
  if (title) return party ? t("releases.to", { party: party.short, title }) : t("releases.to.public", { title });
  return party
    ? t("releases.to.many", { party: party.short, count: counts.candidates })
    : t("releases.to.public.many", { count: counts.candidates });
}
