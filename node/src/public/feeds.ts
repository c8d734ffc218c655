import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { html, type Markup } from "./html.ts";
import { siteName } from "./layout.ts";
import { newsEntries } from "./news-entries.ts";
import type { PageContext } from "./page-context.ts";

/** The news as Atom (RFC 4287). `address`: of this site, without a slash at its end. */
export function atomFeed(context: PageContext, address: string): string {
  const entries = newsEntries(context);
  const feed: Markup = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang=${context.language}>
    <id>${address}${context.path("feed.atom")}</id>
    <title>${siteName(context)}</title>
    <updated>${entries[0]?.instant ?? "1970-01-01T00:00:00Z"}</updated>
    <author><name>${siteName(context)}</name></author>
    <link rel="self" type="application/atom+xml" href=${`${address}${context.path("feed.atom")}`}></link>
    <link rel="alternate" type="text/html" href=${`${address}${context.path()}`}></link>
    ${entries.map(
      ({ id, instant, plainTitle, plainText, path }) => html`<entry>
        <id>urn:uuid:${id.slice(id.indexOf("--") + 2)}</id>
        <title>${plainTitle}</title>
        <updated>${instant}</updated>
        <link rel="alternate" type="text/html" href=${`${address}${path}`}></link>
        <summary>${plainText}</summary>
      </entry>`,
    )}
  </feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${renderToString(feed as VNode)}\n`;
}

/** The same as JSON Feed 1.1. */
export function jsonFeed(context: PageContext, address: string): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: siteName(context),
    home_page_url: `${address}${context.path()}`,
    feed_url: `${address}${context.path("feed.json")}`,
    language: context.language,
    items: newsEntries(context).map(({ id, instant, plainTitle, plainText, path }) => ({
      id: `urn:uuid:${id.slice(id.indexOf("--") + 2)}`,
      url: `${address}${path}`,
      title: plainTitle,
      content_text: plainText || plainTitle,
      date_published: instant,
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
