import { html, type Markup } from "../html.ts";
import { section } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import { type Disagreement, disagreements, type Statement } from "../record.ts";
import { sessionName } from "../session-words.ts";

/** Beyond this many characters a value is set as text, not as a figure. */
const LONG = 16;

/** Where sources differ (on one session, or on all): every position with its source, none of them merged. */
export function statements(context: PageContext, about?: string): Markup {
  const all = disagreements(context.record).filter((one) => !about || one.about === about);
  if (all.length === 0) return null;
  const content = all.map((one) => statement(context, one));
  return section("statements", context.words("statements.title"), context.words("statements.note"), content);
}

function statement(context: PageContext, { about, field, positions }: Disagreement): Markup {
  const isLong = positions.some(({ value }) => context.plain(value).length > LONG);
  return html`<div class="stmt">
    <h3>${question(context, about, field)}</h3>
    <div class="pos">${positions.map((one) => position(context, one, isLong))}</div>
    <footer>${context.words("statements.footer")}</footer>
  </div>`;
}

function position(context: PageContext, { value, source, created_by_ref }: Statement, isLong: boolean): Markup {
  const party = context.record.parties.get(created_by_ref ?? "");
  const according = context.words("statements.according-to", { publisher: context.plain(source.publisher) });
  return html`<div>
    <b class=${isLong ? "say long" : "say"}>${context.say(value)}</b>
    <p class="src">
      ${according}${source.title && html`, ${context.say(source.title)}`}${context.cite(source)}
      ${party && html`<br /><span class="dim">${context.words("statements.stated-by", { party: context.plain(party.names) })}</span>`}
    </p>
  </div>`;
}

function question(context: PageContext, about: string, field: string): string {
  const subject = subjectName(context, about);
  if (field === "number" || field === "founded" || field === "form") {
    return context.words(`statements.question.${field}`, { subject });
  }
  return context.words("statements.question.other", { subject, field });
}

/** A session is named with its body: a session without number would be a mere season. */
function subjectName(context: PageContext, id: string): string {
  const { bodies, sessions } = context.record;
  const session = sessions.find((one) => one.id === id);
  const body = bodies.find((one) => one.id === (session?.body_ref ?? id));
  const names = [session && sessionName(context, session), body && context.plain(body.names)];
  return names.filter(Boolean).join(", ");
}
