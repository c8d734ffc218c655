import type { PublicRoom } from "@entente/node/api";
import { questions } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Answer, Facts, highest, Page, Section, useMarking, useMe } from "../../parts/index.ts";
import { Bulletins } from "./bulletins.tsx";
import { PublicRows } from "./public-rows.tsx";
import { ReadyForPublic } from "./ready-for-public.tsx";

/** What the public sees from here, what could join it, and the newsletter. */
export function PublicPage() {
  return <Answer to={questions.publicRoom()}>{(room) => <Room room={room} />}</Answer>;
}

function Room({ room: { rows, ready, subscribers, bulletins } }: { room: PublicRoom }) {
  const t = useT();
  const { node } = useMe();
  // What is ready is not public yet: as long as something waits here, the page itself stays at home.
  useMarking(highest([...rows, ...ready].map(({ label }) => label)), ready.length > 0 ? "own" : "public");
  return (
    <Page
      title={t("public.title")}
      state={t("public.lead")}
      acts={
        <a className="btn" href={node.publicAddress}>
          {t("public.open")}
        </a>
      }
    >
      <div className="grid">
        <div className="c8 stack">
          <Section title={t("public.rows.title")} remark={t("public.rows.remark", { count: rows.length })}>
            <PublicRows rows={rows} />
          </Section>
          <Section title={t("public.ready.title")} remark={t("public.ready.remark")}>
            <ReadyForPublic ready={ready} />
          </Section>
        </div>
        <div className="c4 stack">
          <Section
            title={t("public.subscribers.title")}
            remark={t("public.subscribers.remark")}
            foot={t("public.subscribers.note")}
          >
            <Facts
              rows={[
                [t("public.subscribers.confirmed"), t("public.subscribers.people", { count: subscribers.confirmed })],
                [t("public.subscribers.waiting"), t("public.subscribers.people", { count: subscribers.waiting })],
              ]}
            />
          </Section>
          <Section title={t("public.bulletins.title")} remark={t("public.bulletins.remark")}>
            <Bulletins bulletins={bulletins} />
          </Section>
        </div>
      </div>
    </Page>
  );
}
