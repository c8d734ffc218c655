import { html, type Markup } from "../html.ts";
import type { PageContext } from "../page-context.ts";
import { type Body, chainTo, meetingBody, type Session, statementsOn } from "../record.ts";
import { numberedSession, sessionName } from "../session-words.ts";
import { jointStrokes } from "../strokes.ts";

/** The mechanism from its founding instrument down to the session. */
export function ladder(context: PageContext, session: Session): Markup {
  const body = meetingBody(context.record);
  if (!body) return null;
  const chain = chainTo(context.record, body);
  return html`<section class="mechanism" aria-labelledby="mechanism-title">
    <h2 id="mechanism-title" class="kick">${context.words("ladder.title")}</h2>
    <ol class="ladder">
      ${chain.map((one) => rung(context, one))}
      <li class="here">
        <span class="yr">${session.start?.slice(0, 4)}</span>
        <span class="tick">${jointStrokes()}</span>
        <div>
          <b>${session.number === undefined ? sessionName(context, session) : numberedSession(context, session.number)}</b>
          ${expectedOf(context, chain)}
        </div>
      </li>
    </ol>
  </section>`;
}

function rung(context: PageContext, body: Body): Markup {
  const stated = statementsOn(context.record, body.id, "founded");
  const years = body.founded ? [body.founded.slice(0, 4)] : yearsIn(stated.map(({ value }) => context.plain(value)));
  const founding = stated.map(
    ({ value, source }, index) => html`${index > 0 && ", "}${context.say(value)}${context.cite(source)}`,
  );
  const text = body.basis ?? body.description ?? body.names;
  return html`<li>
    <span class="yr">${years.flatMap((year, index) => [index > 0 && html`<br />`, year])}</span>
    <span class="tick"></span>
    <div>
      <b>${context.words(`body.${body.kind}`)}</b>
      <p>${context.say(text)}${context.cite(body.source)}</p>
      ${founding.length > 0 && html`<p>${founding}</p>`}
    </div>
  </li>`;
}

/** The years that statements name, each once, earliest first: where sources differ, both stand there. */
function yearsIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g) ?? []))].sort();
}

/** What is expected of the sessions of the body above: where the session's conclusions go. */
function expectedOf(context: PageContext, chain: readonly Body[]): Markup {
  const above = chain.at(-2);
  const sessions = context.record.sessions.filter(({ body_ref }) => body_ref === above?.id);
  return sessions
    .flatMap(({ id }) => statementsOn(context.record, id, "expected"))
    .map(({ value, source }) => html`<p>${context.say(value)}${context.cite(source)}</p>`);
}
