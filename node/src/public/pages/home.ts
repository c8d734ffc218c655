import { html, type Markup } from "../html.ts";
import { type Page, section, siteName, sourceList } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import { meetingBody, newestSession, type Session } from "../record.ts";
import { agenda } from "../sections/agenda.ts";
import { jointText, jointTextFlags, jointTextRemark, jointTextTitle } from "../sections/joint-text.ts";
import { ladder } from "../sections/ladder.ts";
import { letter } from "../sections/letter.ts";
import { news } from "../sections/news.ts";
import { sessionFacts } from "../sections/session-facts.ts";
import { statements } from "../sections/statements.ts";
import { timeline } from "../sections/timeline.ts";
import { sessionName } from "../session-words.ts";

const NEWS_SHOWN = 6;

/** The newest session, the mechanism that it belongs to, and what both sides have made public. */
export function homePage(context: PageContext): Page {
  const session = newestSession(context.record);
  const accord = context.record.accords[0];
  // In the order of the page: sources are numbered as they are cited.
  const main = [
    session ? sessionHead(context, session) : emptyHead(context),
    session && agenda(context, session, "titles"),
    accord &&
      section(
        "communique",
        html`<a href=${context.path(`communiques/${accord.id}`)}>${jointTextTitle(context, accord)}</a>${jointTextFlags(context, accord)}`,
        jointTextRemark(context, accord),
        jointText(context, accord),
      ),
    timeline(context),
    statements(context),
    newsAndLetter(context),
  ];
  return { title: context.words("nav.home"), at: "", main: [...main, sourceList(context)] };
}

function sessionHead(context: PageContext, session: Session): Markup {
  const body = meetingBody(context.record);
  return html`<div class="pub-grid first">
    <div class="wide-column">
      <p class="kick">${body && context.say(body.names)}</p>
      <h1><a href=${context.path(`sessions/${session.id}`)}>${sessionHeadline(context, session)}</a></h1>
      ${session.description && html`<p class="lead">${context.say(session.description)}${context.cite(session.source)}</p>`}
      ${sessionFacts(context, session)}
    </div>
    ${ladder(context, session)}
  </div>`;
}

/** Number, place and days of a session, of what is on record. */
export function sessionHeadline(context: PageContext, session: Session): string {
  const days = context.days(session.start, session.stop);
  const parts = [sessionName(context, session), session.place && context.plain(session.place), days];
  return parts.filter(Boolean).join(", ");
}

function emptyHead(context: PageContext): Markup {
  return html`<div class="head">
    <p class="kick">${siteName(context)}</p>
    <h1>${context.words("empty.title")}</h1>
    <p class="lead">${context.words("empty.text")}</p>
  </div>`;
}

function newsAndLetter(context: PageContext): Markup {
  const shown = news(context, NEWS_SHOWN);
  if (!shown) return html`<div class="pub-grid">${letter(context)}</div>`;
  return html`<div class="pub-grid halves">${shown}${letter(context)}</div>`;
}
