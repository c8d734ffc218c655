import type { BodyView, Mechanism } from "@entente/node/api";
import { questions } from "../../api/index.ts";
import { useT } from "../../languages/index.ts";
import { Answer, narrowest, Page, useMarking } from "../../parts/index.ts";
import { BodySection } from "./body-section.tsx";
import { Timeline } from "./timeline.tsx";

/** The bodies of the cooperation, each below its parent, with their sessions since the founding. */
export function MechanismPage() {
  return <Answer to={questions.mechanism()}>{(mechanism) => <Bodies of={mechanism} />}</Answer>;
}

function Bodies({ of: { bodies, label = null } }: { of: Mechanism }) {
  const t = useT();
  const ordered = parentsFirst(bodies);
  const sessions = bodies.flatMap((body) => body.sessions);
  const shown = [...bodies, ...sessions];
  const statements = shown.flatMap((one) => one.statements);
  useMarking(label, narrowest([...shown, ...statements].map(({ standing }) => standing)));
  return (
    <Page
      title={t("sessions.mechanism")}
      state={
        <>
          <span>{t("sessions.state.bodies", { count: bodies.length })}</span>
          <span>{t("sessions.state.sessions", { count: sessions.length })}</span>
          <span>{t("sessions.state.sources")}</span>
        </>
      }
    >
      {bodies.length === 0 ? (
        <p className="empty">{t("sessions.none")}</p>
      ) : (
        <div className="stack mechanism">
          <Timeline bodies={ordered} />
          {ordered.map((body) => (
            <BodySection key={body.id} body={body} parent={bodies.find(({ id }) => id === body.parentId)} />
          ))}
        </div>
      )}
    </Page>
  );
}

function parentsFirst(bodies: BodyView[], parentId: string | null = null): BodyView[] {
  const known = new Set(bodies.map(({ id }) => id));
  const here = bodies.filter((body) =>
    parentId === null ? body.parentId === null || !known.has(body.parentId) : body.parentId === parentId,
  );
  return here.flatMap((body) => [body, ...parentsFirst(bodies, body.id)]);
}
