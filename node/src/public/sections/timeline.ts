import { html, type Markup } from "../html.ts";
import { section } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import { formOf, meetingBody, newestSession, type Session, sessionsOf, statementsOn } from "../record.ts";
import { sessionName } from "../session-words.ts";
import { formPicture } from "../strokes.ts";
import { raisedOrdinals, shortOrdinal } from "../typography.ts";

/** The sessions since the founding, on one line; what sources do not say stays empty. */
export function timeline(context: PageContext): Markup {
  const body = meetingBody(context.record);
  const sessions = body ? sessionsOf(context.record, body.id) : [];
  if (sessions.length < 2) return null;
  const here = newestSession(context.record)?.id;
  const forms = [...new Set(sessions.map((session) => formOf(context.record, session)))];
  const content = html`<ol class="line">
      ${sessions.map((session) => point(context, session, session.id === here))}
    </ol>
    <p class="key">
      ${forms.map((form) => html`<span>${formPicture(form)} ${context.words(`form.${form}`)}</span>`)}
    </p>`;
  return section("sessions", context.words("timeline.title"), context.words("timeline.note"), content);
}

function point(context: PageContext, session: Session, isHere: boolean): Markup {
  const form = formOf(context.record, session);
  const stated = statementsOn(context.record, session.id, "form");
  const when = [context.days(session.start, session.stop), session.place && context.say(session.place)];
  return html`<li class=${isHere ? "here" : undefined}>
    ${formPicture(form)}
    <b><a href=${context.path(`sessions/${session.id}`)}>${name(context, session)}</a></b>
    ${when.some(Boolean) && html`<span>${when.filter(Boolean).flatMap((part, index) => [index > 0 && ", ", part])}</span>`}
    ${stated.map(({ value, source }) => html`<span class="faint">${context.say(value)}${context.cite(source)}</span>`)}
    ${stated.length === 0 && html`<span class="faint">${context.words(`form.${form}`)}${context.cite(session.source)}</span>`}
  </li>`;
}

function name(context: PageContext, session: Session): Markup {
  if (session.number === undefined) return sessionName(context, session);
  const ordinal = shortOrdinal(session.number, context.language);
  return raisedOrdinals(ordinal, context.language).map(({ text, raised }) =>
    raised ? html`<sup>${text}</sup>` : text,
  );
}
