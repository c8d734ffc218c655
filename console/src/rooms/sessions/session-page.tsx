import type { SessionPage as SessionOf } from "@entente/node/api";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { questions } from "../../api/index.ts";
import { useLanguage, useT } from "../../languages/index.ts";
import {
  Act,
  Answer,
  days,
  narrowest,
  Page,
  Said,
  Section,
  Standing,
  Texts,
  useMarking,
  usePlain,
} from "../../parts/index.ts";
import { Agenda } from "./agenda.tsx";
import { CarriedUpHere } from "./carried-up-here.tsx";
import { ItemInFull } from "./item-in-full.tsx";
import { Outcomes } from "./outcomes.tsx";
import { Papers } from "./papers.tsx";
import { RecordOutcome } from "./record-outcome.tsx";
import { useSessionName } from "./session-name.ts";
import { Statements } from "./statements.tsx";
import { Thread } from "./thread.tsx";
import { useForm } from "./words.ts";

export function SessionPage() {
  const { id = "" } = useParams({ strict: false });
  return <Answer to={questions.session(id)}>{(session) => <Session key={id} of={session} />}</Answer>;
}

/** The session from its agenda to the ministers' answer, in the order in which it is worked through. */
function Session({ of: session }: { of: SessionOf }) {
  const t = useT();
  const heading = useHeading(session);
  const [recording, setRecording] = useState(false);
  const { items, outcomes, carriedUpHere, statements } = session;
  const threads = session.threads ?? (session.thread ? [session.thread] : []);
  // A session of which only its place in the mechanism is known shows no empty tables.
  const held = items.length + outcomes.length + session.texts.length + session.papers.length > 0;
  useMarking(session.label, whereTo(session));
  return (
    <Page
      title={heading}
      crumbs={session.bodies.map((body) => ({
        key: body.id,
        link: (
          <Link to="/sessions" hash={body.id}>
            <Texts of={body.names} quiet />
          </Link>
        ),
      }))}
      acts={
        <Act primary possible={session.acts.recordOutcome} onPress={() => setRecording(true)}>
          {t("outcomes.record")}
        </Act>
      }
      state={<State of={session} />}
    >
      <div className="stack session">
        {held && (
          <div className="grid">
            <Agenda items={items} />
            <Papers texts={session.texts} papers={session.papers} />
          </div>
        )}
        {items.map((item) => (
          <ItemInFull key={item.id} item={item} />
        ))}
        {held && <Outcomes outcomes={outcomes} items={items} session={session} />}
        {carriedUpHere.length > 0 && <CarriedUpHere of={carriedUpHere} />}
        {threads.map((one) => (
          <Thread key={one.id} of={one} />
        ))}
        {statements.length > 0 && (
          <Section title={t("statements.title")} remark={t("statements.remark")}>
            <Statements of={statements} label={heading} />
          </Section>
        )}
      </div>
      <RecordOutcome session={session} open={recording} onClose={() => setRecording(false)} />
    </Page>
  );
}

/** The narrowest of what stands here; what this node holds on the groups is told to nobody. */
function whereTo({ standing, statements, items, texts, papers, outcomes }: SessionOf) {
  if (items.some(({ showsGroups }) => showsGroups)) return "own";
  const under = items.flatMap((item) => [item, ...item.statements, ...item.strategies, ...item.exercises]);
  const shown = [...statements, ...under, ...texts, ...papers, ...outcomes];
  return narrowest([standing, ...shown.map((one) => one.standing)]);
}

/** Number, place and days. */
function useHeading(session: SessionOf): string {
  const name = useSessionName();
  const plain = usePlain();
  const language = useLanguage();
  const when = session.start && days(session.start, session.stop, language);
  return [name(session), plain(session.place), when].filter(Boolean).join(", ");
}

const HOSTED = ["sessions.state.host", "sessions.state.secretariat"] as const;
const RECORD_KEPT = ["sessions.state.record"] as const;

function State({ of: session }: { of: SessionOf }) {
  const t = useT();
  const form = useForm();
  const now = Date.now();
  const stop = session.stop ?? session.start;
  const under = session.start && stop && Date.parse(session.start) <= now && now <= Date.parse(stop);
  return (
    <>
      {under && <span className="flag now">{t("sessions.state.now")}</span>}
      <Standing of={session.standing} />
      <span>{form(session.form)}</span>
      {(session.hostOnRecord === false ? RECORD_KEPT : HOSTED).map((key) => (
        <span key={key}>
          <Said k={key} values={{ party: session.host.short }} />
        </span>
      ))}
      <span>{t("times.utc")}</span>
    </>
  );
}
