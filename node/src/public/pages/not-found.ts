import { html } from "../html.ts";
import type { Page } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import { messagePage } from "./message.ts";

/** The same for what never was, what is not public any more, and what is held here but not public (R13). */
export function notFoundPage(context: PageContext): Page {
  return messagePage(
    context,
    "not-found.title",
    html`<p>${context.words("not-found.text")}</p>`,
    html`<p><a href=${context.path()}>${context.words("not-found.home")}</a></p>`,
  );
}
