import { html } from "htm/preact";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

export { html };

/** What a template gives, or may hold. Text is escaped by the renderer; nothing here passes markup through. */
export type Markup = VNode | string | number | false | null | undefined | readonly Markup[];

export function documentOf(page: Markup): string {
  return `<!doctype html>\n${renderToString(page as VNode)}\n`;
}
