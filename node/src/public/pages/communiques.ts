import { accordFolder } from "#texts";
import { html } from "../html.ts";
import { type Page, pageHead, section } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import type { Accord } from "../record.ts";
import { jointText, jointTextFlags, jointTextRemark, jointTextTitle } from "../sections/joint-text.ts";
import { sessionName } from "../session-words.ts";

/** Every joint text that both parties have published. */
export function communiquesPage(context: PageContext): Page {
  const { accords } = context.record;
  const title = context.words("nav.communiques");
  const list = html`<ol class="news">
    ${accords.map(
      (accord) => html`<li>
        <time datetime=${accord.published}>${context.day(accord.published.slice(0, 10))}</time>
        <div>
          <a href=${context.path(`communiques/${accord.id}`)}>${context.say(accord.title)}</a>
          <p>${jointTextRemark(context, accord)}${jointTextFlags(context, accord)}</p>
        </div>
      </li>`,
    )}
  </ol>`;
  const main =
    accords.length > 0
      ? [pageHead(null, title, context.words("communique.list-note")), list]
      : [pageHead(null, title, context.words("empty.title"))];
  return { title, at: "communiques", main };
}

/** One signed text in all its languages, who signed it, how to verify it, and each of its files. */
export function communiquePage(context: PageContext, accord: Accord): Page {
  const session = context.record.sessions.find(({ id }) => id === accord.session_ref);
  const files = accordFolder(accord).sort((a, b) => (a.name < b.name ? -1 : 1));
  const rows = files.map(
    ({ name, bytes }) => html`<tr>
      <th scope="row" class="plain mono"><a href=${`/accords/${accord.id}/${name}`}>${name}</a></th>
      <td class="num">${context.words("communique.bytes", { count: bytes.length })}</td>
    </tr>`,
  );
  const main = [
    pageHead(
      session && html`<a href=${context.path(`sessions/${session.id}`)}>${sessionName(context, session)}</a>`,
      context.say(accord.title),
    ),
    section(
      "text",
      [jointTextTitle(context, accord), jointTextFlags(context, accord)],
      jointTextRemark(context, accord),
      jointText(context, accord),
    ),
    section(
      "files",
      context.words("communique.files"),
      null,
      html`<div class="tw">
        <table class="t">
          <thead><tr><th scope="col">${context.words("communique.file")}</th><th scope="col" class="num">${context.words("communique.size")}</th></tr></thead>
          <tbody>${rows}</tbody>
        </table>
      </div>`,
    ),
  ];
  return { title: context.plain(accord.title), at: `communiques/${accord.id}`, main };
}
