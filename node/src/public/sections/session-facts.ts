import { html, type Markup } from "../html.ts";
import type { PageContext } from "../page-context.ts";
import { formOf, type Session } from "../record.ts";

/** Days, place, form and host; what is not on record is left out. */
export function sessionFacts(context: PageContext, session: Session): Markup {
  const { words, record } = { words: context.words.bind(context), record: context.record };
  const host = record.parties.get(session.created_by_ref ?? "");
  const form = formOf(record, session);
  // Of a session that nobody has placed, its writer only keeps the record; that says nothing of the host.
  const isPlaced = session.place !== undefined;
  const facts: readonly (readonly [string, Markup])[] = [
    [words("session.dates"), context.days(session.start, session.stop)],
    [words("session.place"), session.place && context.say(session.place)],
    [words("session.form"), form !== "not-on-record" && words(`form.${form}`)],
    [words("session.host"), isPlaced && host && context.say(host.names)],
  ];
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return null;
  return html`<dl class="at">
    ${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}
