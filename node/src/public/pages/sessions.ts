import { html } from "../html.ts";
import { type Page, pageHead, section, sourceList } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import { formOf, sessionsOf, statementsOn } from "../record.ts";
import { statements } from "../sections/statements.ts";
import { timeline } from "../sections/timeline.ts";
import { sessionName } from "../session-words.ts";

/** All sessions, body by body. */
export function sessionsPage(context: PageContext): Page {
  const { record } = context;
  const lists = record.bodies
    .map((body) => ({ body, sessions: sessionsOf(record, body.id).reverse() }))
    .filter(({ sessions }) => sessions.length > 0);
  const head = pageHead(null, context.words("nav.sessions"));
  if (lists.length === 0) {
    return {
      title: context.words("nav.sessions"),
      at: "sessions",
      main: [head, html`<p>${context.words("empty.title")}</p>`],
    };
  }
  const main = [
    head,
    timeline(context),
    ...lists.map(({ body, sessions }) =>
      section(
        body.id,
        context.say(body.names),
        body.founded && context.day(body.founded),
        html`<ol class="news">
          ${sessions.map((session) => {
            const form = formOf(record, session);
            const facts = [session.place && context.plain(session.place), context.words(`form.${form}`)];
            const expected = statementsOn(record, session.id, "expected");
            return html`<li>
              <span class="when">${context.days(session.start, session.stop) ?? context.words("session.not-on-record")}</span>
              <div>
                <a href=${context.path(`sessions/${session.id}`)}>${sessionName(context, session)}</a>
                <p>${facts.filter(Boolean).join(", ")}${context.cite(session.source)}</p>
                ${expected.map(({ value, source }) => html`<p>${context.say(value)}${context.cite(source)}</p>`)}
              </div>
            </li>`;
          })}
        </ol>`,
      ),
    ),
    statements(context),
  ];
  return { title: context.words("nav.sessions"), at: "sessions", main: [...main, sourceList(context)] };
}
