import { html } from "../html.ts";
import { type Page, pageHead, section, sourceList } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import type { Session } from "../record.ts";
import { agenda, reportedOf } from "../sections/agenda.ts";
import { jointTextRemark, jointTextTitle } from "../sections/joint-text.ts";
import { sessionFacts } from "../sections/session-facts.ts";
import { statements } from "../sections/statements.ts";
import { sessionName } from "../session-words.ts";
import { sessionHeadline } from "./home.ts";

/** One session in full. */
export function sessionPage(context: PageContext, session: Session): Page {
  const { record } = context;
  const body = record.bodies.find(({ id }) => id === session.body_ref);
  const accords = record.accords.filter(({ session_ref }) => session_ref === session.id);
  const lead = session.description && [context.say(session.description), context.cite(session.source)];
  const main = [
    pageHead(body && context.say(body.names), sessionHeadline(context, session), lead),
    sessionFacts(context, session),
    agenda(context, session, "whole"),
    reportedOf(context, session),
    accords.length > 0 &&
      section(
        "communiques",
        context.words("nav.communiques"),
        null,
        html`<ul class="plain">
          ${accords.map(
            (accord) => html`<li>
              <a href=${context.path(`communiques/${accord.id}`)}>${context.say(accord.title)}</a>
              <p>${jointTextTitle(context, accord)}, ${jointTextRemark(context, accord)}</p>
            </li>`,
          )}
        </ul>`,
      ),
    statements(context, session.id),
  ];
  return {
    title: sessionName(context, session),
    at: `sessions/${session.id}`,
    main: [...main, sourceList(context)],
  };
}
