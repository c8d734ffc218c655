import { html, type Markup } from "../html.ts";
import { section } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import { type AgendaItem, type Paper, type Session, statementsOn } from "../record.ts";

type Detail = "titles" | "whole";

/** The items of a session as its host lists them, each with what was stated and handed in on it. */
export function agenda(context: PageContext, session: Session, detail: Detail): Markup {
  const items = session.agenda.flatMap(({ number, item_ref }) => {
    const item = context.record.items.get(item_ref);
    return item ? [{ number, item }] : [];
  });
  if (items.length === 0) return null;
  const rows = items.map(
    ({ number, item }) => html`<li>
      <span class="no" aria-hidden="true">${number}</span>
      <h3>${context.say(item.title)}</h3>
      <div>${itemFacts(context, item, detail)}</div>
    </li>`,
  );
  const remark = context.words("agenda.note");
  return section("agenda", context.words("agenda.title"), remark, html`<ol class="items">${rows}</ol>`);
}

function itemFacts(context: PageContext, item: AgendaItem, detail: Detail): Markup {
  const { record } = context;
  const underItem = ({ item_ref }: Paper) => item_ref === item.id;
  return [
    item.description && html`<p>${context.say(item.description)}${context.cite(item.source)}</p>`,
    ...statementsOn(record, item.id).map(
      ({ value, source }) => html`<p>${context.say(value)}${context.cite(source)}</p>`,
    ),
    papers(context, context.words("agenda.strategies"), record.strategies.filter(underItem), detail),
    papers(context, context.words("agenda.exercises"), record.exercises.filter(underItem), detail),
  ];
}

function papers(context: PageContext, title: string, list: readonly Paper[], detail: Detail): Markup {
  if (list.length === 0) return null;
  return html`<dl class="papers">
    <dt>${title}</dt>
    ${list.map(
      (paper) => html`<dd>
        <b>${context.say(paper.title)}</b>${paperOrigin(context, paper)}${context.cite(paper.source)}
        ${detail === "whole" && paper.text && html`<p>${context.say(paper.text)}</p>`}
      </dd>`,
    )}
  </dl>`;
}

function paperOrigin(context: PageContext, { publisher, published, year, start, stop }: Paper): Markup {
  const when = context.days(start, stop) ?? (published ? context.day(published) : year?.toString());
  const parts = [publisher && context.say(publisher), when].filter(Boolean);
  return parts.map((part) => [", ", part]);
}

/** What was reported of the session itself, beyond its items. */
export function reportedOf(context: PageContext, session: Session): Markup {
  const stated = statementsOn(context.record, session.id).filter(({ field }) => field.startsWith("reported-"));
  if (stated.length === 0) return null;
  const items = stated.map(({ value, source }) => html`<li>${context.say(value)}${context.cite(source)}</li>`);
  return section("reported", context.words("agenda.reported"), null, html`<ul class="plain">${items}</ul>`);
}
