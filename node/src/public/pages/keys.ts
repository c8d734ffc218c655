import { html } from "../html.ts";
import { type Page, pageHead } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import { strokeOf } from "../strokes.ts";

/** A party's signing key as its card names it; asked for at each request, since a peer may be paired meanwhile. */
export type PublishedKey = {
  readonly party: string;
  readonly fingerprint: string;
  readonly pem: string;
  /** Where that party publishes it itself. */
  readonly page: string;
};

/** The keys that signatures are to be checked with: both public pages must show the same. */
export function keysPage(context: PageContext, keys: readonly PublishedKey[]): Page {
  const title = context.words("keys.title");
  const { own, parties } = context.record;
  const ownFirst = [...keys].sort((a, b) => Number(b.party === own) - Number(a.party === own));
  const blocks = ownFirst.map(({ party, fingerprint, pem, page }) => {
    const isOwn = party === own;
    const named = parties.get(party);
    return html`<section class="sec key-of" aria-label=${named ? context.plain(named.names) : party}>
      <header>
        <h2>${strokeOf(isOwn ? "ours" : "theirs")} ${named ? context.say(named.names) : party}</h2>
        <p>${context.words(isOwn ? "keys.ours" : "keys.theirs")}</p>
      </header>
      <dl>
        <dt>${context.words("keys.party")}</dt><dd class="mono">${party}</dd>
        <dt>${context.words("keys.fingerprint")}</dt><dd class="mono">${fingerprint}</dd>
        ${!isOwn && isWebAddress(page) && html`<dt>${context.words("keys.page")}</dt><dd><a href=${page} rel="noreferrer">${page}</a></dd>`}
        <dt>${context.words("keys.file")}</dt>
        <dd><a href=${`/public/keys/${party}.pem`} download><span class="mono">${party}.pem</span></a><pre>${pem.trimEnd()}</pre></dd>
      </dl>
    </section>`;
  });
  const main = [
    pageHead(null, title, context.words("keys.text")),
    blocks.length > 0 ? blocks : html`<p>${context.words("keys.none")}</p>`,
  ];
  return { title, at: "keys", main };
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//.test(address);
}
