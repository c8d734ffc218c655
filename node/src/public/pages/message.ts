import { html, type Markup } from "../html.ts";
import { type Page, pageHead } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import type { Phrase } from "../words/index.ts";

/** A page that says one thing, perhaps with one button. */
export function messagePage(context: PageContext, title: Phrase, ...content: readonly Markup[]): Page {
  const main = [pageHead(null, context.words(title)), html`<div class="prose">${content}</div>`];
  return { title: context.words(title), at: "", main, personal: true };
}
