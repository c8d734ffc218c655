import type { BodyView, SessionLine, StatementView } from "@entente/node/api";
import { Link } from "@tanstack/react-router";
import { useT } from "../../languages/index.ts";
import { Day, Facts, Section, Standing, Table, Texts, usePlain } from "../../parts/index.ts";
import { useSessionName } from "./session-name.ts";
import { Statements } from "./statements.tsx";
import { useForm } from "./words.ts";

/** One body: since when, on what basis, what it is called in each language, and every session known. */
export function BodySection({ body, parent }: { body: BodyView; parent: BodyView | undefined }) {
  const t = useT();
  const name = useSessionName();
  const plain = usePlain();
  const statements = [...body.statements, ...body.sessions.flatMap((session) => session.statements)];
  const sessionOf = (id: string) => body.sessions.find((session) => session.statements.some((one) => one.id === id));
  const about = ({ id }: StatementView) => {
    const session = sessionOf(id);
    return session ? name(session) : "";
  };
  return (
    <div id={body.id}>
      <Section title={<Texts of={body.names} />} remark={<Standing of={body.standing} />}>
        <Facts
          rows={[
            [t("sessions.body"), t(`sessions.body.${body.kind}`)],
            body.founded !== null && [t("sessions.founded"), <Day key="founded" at={body.founded} />],
            body.basis !== null && [t("sessions.basis"), <Texts key="basis" of={body.basis} />],
            parent !== undefined && [t("sessions.reports-to"), <Texts key="parent" of={parent.names} />],
            Object.keys(body.names).length > 1 && [t("sessions.names"), <Names key="names" body={body} />],
          ]}
        />
        {body.sessions.length > 0 && <Sessions body={body} />}
        <Statements of={statements} label={plain(body.names)} about={about} />
      </Section>
    </div>
  );
}

/** The official names are no translations of each other, so each stands in its own language. */
function Names({ body }: { body: BodyView }) {
  return Object.entries(body.names).map(([tag, name]) => (
    <p key={tag} lang={tag}>
      {name}
    </p>
  ));
}

function Sessions({ body }: { body: BodyView }) {
  const t = useT();
  const plain = usePlain();
  return (
    <Table
      label={t("sessions.of", { body: plain(body.names) })}
      className="sessions"
      columns={[
        { key: "number", head: t("sessions.number"), numeric: true },
        { key: "session", head: t("sessions.session") },
        { key: "days", head: t("sessions.days") },
        { key: "place", head: t("sessions.place") },
        { key: "form", head: t("sessions.form") },
        { key: "standing", head: t("column.standing") },
      ]}
    >
      {body.sessions.map((session) => (
        <Row key={session.id} session={session} />
      ))}
    </Table>
  );
}

function Row({ session }: { session: SessionLine }) {
  const t = useT();
  const name = useSessionName();
  const form = useForm();
  return (
    <tr>
      <td className="num">{session.number ?? "–"}</td>
      <th scope="row">
        <Link to="/sessions/$id" params={{ id: session.id }}>
          {name(session)}
        </Link>
      </th>
      <td>
        {session.start ? (
          <Day at={session.start} until={session.stop} />
        ) : (
          <span className="faint">{t("sessions.not-on-record")}</span>
        )}
      </td>
      <td>
        {session.place ? <Texts of={session.place} /> : <span className="faint">{t("sessions.not-on-record")}</span>}
      </td>
      <td>{form(session.form)}</td>
      <td>
        <Standing of={session.standing} />
      </td>
    </tr>
  );
}
