import { assetAddress } from "./assets.ts";
import { documentOf, html, type Markup } from "./html.ts";
import type { PageContext } from "./page-context.ts";
import { meetingBody, partiesOf } from "./record.ts";
import { mark } from "./strokes.ts";
import { LANGUAGES, type Phrase, phrase } from "./words/index.ts";

export type Page = {
  readonly title: string;
  /** What the page is in every language: its address below `/{language}/`. */
  readonly at: string;
  readonly main: Markup;
  /** Kept out of search engines and without live changes: pages that stand behind a personal link. */
  readonly personal?: boolean;
};

const STYLES = ["fonts.css", "tokens.css", "components.css", "public.css"] as const;

const NAVIGATION: readonly { at: string; phrase: Phrase }[] = [
  { at: "", phrase: "nav.home" },
  { at: "sessions", phrase: "nav.sessions" },
  { at: "communiques", phrase: "nav.communiques" },
  { at: "news", phrase: "nav.news" },
];

/** A whole page: banner, head, content, foot, banner. */
export function layout(context: PageContext, page: Page): string {
  const { language } = context;
  const title = `${page.title} · ${siteName(context)}${context.demonstration ? " · DEMONSTRATION" : ""}`;
  return documentOf(html`<html lang=${language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      ${page.personal && html`<meta name="robots" content="noindex, nofollow" />`}
      <link rel="icon" href=${assetAddress("mark.svg")} />
      ${STYLES.map((name) => html`<link rel="stylesheet" href=${assetAddress(name)} />`)}
      <link rel="alternate" type="application/atom+xml" title="Atom" href=${context.path("feed.atom")} />
      <link rel="alternate" type="application/feed+json" title="JSON Feed" href=${context.path("feed.json")} />
      ${!page.personal && LANGUAGES.map((one) => html`<link rel="alternate" hreflang=${one} href=${`/${one}/${page.at}`} />`)}
      ${!page.personal && html`<script type="module" src=${assetAddress("live.js")}></script>`}
    </head>
    <body class="public">
      <a class="skip" href="#main">${context.words("nav.skip")}</a>
      ${banner(context, "banner.top")}
      ${masthead(context, page)}
      <main id="main" class="wrap" tabindex="-1">${page.main}</main>
      ${foot(context)}
    </body>
  </html>`);
}

/** The name of what the site is about: that of the body that meets. */
export function siteName(context: PageContext): string {
  const body = meetingBody(context.record);
  return body ? context.plain(body.names) : "Entente";
}

/** The own party's name; its short one while no identity of it is public. */
export function ownName(context: PageContext): string {
  const own = context.record.parties.get(context.record.own);
  return own ? context.plain(own.names) : context.record.ownShort;
}

function banner(context: PageContext, label: "banner.top" | "banner.bottom"): Markup {
  return html`<div class="banner" role="region" aria-label=${context.words(label)}>
    ${context.demonstration && html`<span class="demo">DEMONSTRATION</span>`}
    ${context.demonstration && html`<span class="note">${context.words("banner.note")}</span>`}
    <span class="mk"><span class="tlp clear">TLP:CLEAR</span><i> · ${context.words("banner.public")}</i></span>
  </div>`;
}

function masthead(context: PageContext, page: Page): Markup {
  const body = meetingBody(context.record);
  const parties = partiesOf(context.record);
  const names = parties.flatMap(({ names: texts }, index) => [index > 0 && " – ", context.say(texts)]);
  return html`<header class="mast">
    <div class="wrap">
      <a class="id" href=${context.path()}>
        ${mark()}
        <span><b>${body ? context.say(body.names) : "Entente"}</b><span>${names}</span></span>
      </a>
      <nav class="langs" aria-label=${context.words("nav.languages")}>
        ${LANGUAGES.map(
          (one) =>
            html`<a href=${page.personal ? `/${one}/` : `/${one}/${page.at}`} lang=${one} hreflang=${one} aria-current=${one === context.language ? "true" : undefined}>${phrase(one, "language.name")}</a>`,
        )}
      </nav>
      <nav class="mainnav" aria-label=${context.words("nav.pages")}>
        ${NAVIGATION.map(
          ({ at, phrase: key }) =>
            html`<a href=${context.path(at)} aria-current=${at === page.at ? "page" : undefined}>${context.words(key)}</a>`,
        )}
        <a href=${`${context.path()}#letter`}>${context.words("nav.letter")}</a>
      </nav>
    </div>
  </header>`;
}

function foot(context: PageContext): Markup {
  const fixed = [
    ["privacy", "nav.privacy"],
    ["accessibility", "nav.accessibility"],
    ["keys", "nav.keys"],
  ] as const;
  return html`<footer class="pfoot">
    <div class="wrap">
      ${fixed.map(([at, key]) => html`<a href=${context.path(at)}>${context.words(key)}</a>`)}
      <span class="dim">${context.words("nav.node-of", { party: ownName(context) })}</span>
    </div>
    ${banner(context, "banner.bottom")}
  </footer>`;
}

/** A section: a rule, a head at the left, one remark at the right. */
export function section(id: string, title: Markup, remark: Markup, content: Markup): Markup {
  return html`<section class="sec" id=${id} aria-labelledby=${`${id}-title`}>
    <header><h2 id=${`${id}-title`}>${title}</h2>${remark && html`<p>${remark}</p>`}</header>
    ${content}
  </section>`;
}

/** The head of a page that is not the home page. */
export function pageHead(kicker: Markup, title: Markup, lead?: Markup): Markup {
  return html`<div class="head">
    ${kicker && html`<p class="kick">${kicker}</p>`}
    <h1>${title}</h1>
    ${lead && html`<p class="lead">${lead}</p>`}
  </div>`;
}

/** The numbered sources of a page; built last, when all of them have been cited. */
export function sourceList(context: PageContext): Markup {
  const { sources } = context;
  if (sources.length === 0) return null;
  const items = sources.map(({ publisher, title, date, url }, index) => {
    const named = title ? html`${context.say(publisher)}, ${context.say(title)}` : context.say(publisher);
    // Only the web's own schemes become links: an object could bring any other.
    const linked = url && /^https?:\/\//.test(url) ? html`<a href=${url} rel="noreferrer">${named}</a>` : named;
    const needsDate = date && !/\d{4}/.test(title ? context.plain(title) : "");
    return html`<li id=${`s${index + 1}`}><b>${index + 1}</b>${linked}${needsDate && `, ${context.day(date)}`}</li>`;
  });
  return section("sources", context.words("sources.title"), null, html`<ol class="src-list">${items}</ol>`);
}
