import { html, type Markup } from "../html.ts";
import { section } from "../layout.ts";
import { newsEntries } from "../news-entries.ts";
import type { PageContext } from "../page-context.ts";

/** News and publications, newest first. */
export function news(context: PageContext, limit = Number.POSITIVE_INFINITY): Markup {
  const entries = newsEntries(context).slice(0, limit);
  const feeds = html`<a href=${context.path("feed.atom")}>Atom</a> · <a href=${context.path("feed.json")}>JSON Feed</a>`;
  if (entries.length === 0) return null;
  const items = entries.map(
    ({ day, title, text, path, source }) => html`<li id=${path.split("#")[1]}>
      <time datetime=${day}>${context.day(day)}</time>
      <div>
        <a href=${path}>${title}</a>
        ${text && html`<p>${text}${context.cite(source)}</p>`}
      </div>
    </li>`,
  );
  return section("news", context.words("news.title"), feeds, html`<ol class="news">${items}</ol>`);
}
