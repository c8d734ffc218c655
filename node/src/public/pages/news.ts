import { html } from "../html.ts";
import { type Page, pageHead, sourceList } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import { letter } from "../sections/letter.ts";
import { news } from "../sections/news.ts";

export function newsPage(context: PageContext): Page {
  const title = context.words("nav.news");
  const list = news(context) ?? html`<p>${context.words("empty.title")}</p>`;
  const main = [pageHead(null, title), html`<div class="pub-grid halves">${list}${letter(context)}</div>`];
  return { title, at: "news", main: [...main, sourceList(context)] };
}
