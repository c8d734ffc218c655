import { type AccordReading, accordKind, type LanguageVersion, readAccord, verifyCommandsOf } from "../accord-text.ts";
import { ownLanguageName, sizeText } from "../dates.ts";
import { html, type Markup } from "../html.ts";
import type { PageContext } from "../page-context.ts";
import type { Accord } from "../record.ts";
import { jointStrokes, strokeOf } from "../strokes.ts";

const SHOWN_FINGERPRINT = 16;

/** One signed text in all its languages side by side, who signed it, and how to verify it. */
export function jointText(context: PageContext, accord: Accord): Markup {
  const reading = readAccord(accord);
  if (!reading) return html`<p class="refusal">${context.words("communique.not-signed")}</p>`;
  return [
    paragraphs(context, pageLanguageFirst(context, reading.versions)),
    reading.isSigned
      ? signatures(context, reading)
      : html`<p class="refusal">${context.words("communique.not-signed")}</p>`,
    verification(context, accord, reading),
  ];
}

/** Kind, symbol and publication in one line: `signed` only when the signatures have been verified here. */
export function jointTextRemark(context: PageContext, accord: Accord): Markup {
  const published = context.words("communique.signed-published", { instant: context.instant(accord.published) });
  const isSigned = readAccord(accord)?.isSigned;
  return html`<span class="mono">${accord.symbol}</span>${isSigned && html` · ${jointStrokes()} ${published}`}`;
}

export function jointTextFlags(context: PageContext, accord: Accord): Markup {
  return [
    context.demonstration && html`${" "}<span class="flag att">${context.words("communique.invented")}</span>`,
    accord.late && html`${" "}<span class="flag att">${context.words("communique.late")}</span>`,
  ];
}

export function jointTextTitle(context: PageContext, accord: Accord): string {
  return accordKind(context, accord.kind);
}

function pageLanguageFirst(context: PageContext, versions: readonly LanguageVersion[]): LanguageVersion[] {
  return versions.toSorted((a, b) => Number(b.language === context.language) - Number(a.language === context.language));
}

/** Signed text: exactly as its bytes say, in no language's typography but its own. */
function paragraphs(context: PageContext, versions: readonly LanguageVersion[]): Markup {
  const count = Math.max(...versions.map((version) => version.paragraphs.length));
  const rows = Array.from({ length: count }, (_, index) => row(versions, index));
  return html`<div class=${`jt columns-${versions.length}`}>
    <div class="h">
      <span></span>
      ${versions.map(({ language, status }) => html`<span>${context.words(`communique.${status}`, { language: ownLanguageName(language) })}</span>`)}
    </div>
    ${rows}
  </div>`;
}

function row(versions: readonly LanguageVersion[], index: number): Markup {
  const texts = versions.map(({ language, paragraphs: all }) => ({ language, ...numbered(all[index] ?? "") }));
  const number = texts[0]?.number;
  // Drawn out only where every language bears the same number; numbering is part of what was signed.
  const isShared = number !== undefined && texts.every((text) => text.number === number);
  return html`<div>
    <span class="pn">${isShared && number}</span>
    ${texts.map(
      ({ language, whole, rest }) =>
        html`<p lang=${language} data-l=${ownLanguageName(language)}>${isShared ? rest : whole}</p>`,
    )}
  </div>`;
}

function numbered(whole: string): { number: string | undefined; rest: string; whole: string } {
  const [, number, rest] = /^(\d+(?:\.\d+)*\.?) ([\s\S]+)$/.exec(whole) ?? [];
  return { number, rest: rest ?? whole, whole };
}

function signatures(context: PageContext, { parties }: AccordReading): Markup {
  const { record } = context;
  const ownFirst = [...parties].sort((a, b) => Number(b.id === record.own) - Number(a.id === record.own));
  const signed = ownFirst.map(({ id, fingerprint }) => {
    const party = record.parties.get(id);
    return html`<div>
      ${strokeOf(id === record.own ? "ours" : "theirs")}
      <p>
        <b>${party ? context.say(party.names) : id}</b>
        ${context.words("communique.signed-by")} · <span class="mono small">${context.words("communique.fingerprint", { fingerprint: inGroups(fingerprint.slice(0, SHOWN_FINGERPRINT)) })}</span>
      </p>
    </div>`;
  });
  return html`<div class="signed">${signed}</div>`;
}

export function inGroups(hex: string): string {
  return hex.replace(/(.{4})(?=.)/g, "$1 ");
}

function verification(context: PageContext, accord: Accord, { files }: AccordReading): Markup {
  const [sums, ...commands] = verifyCommandsOf(files, context.language);
  const size = sizeText(
    files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    context.language,
  );
  return html`<div class="verify">
    <h3>${context.words("verify.title")}</h3>
    <ol>
      <li><div><a href=${`/accords/${accord.id}.zip`} download>${context.words("verify.download")}</a>${" "}${context.words("verify.contents", { size })}</div></li>
      ${sums && html`<li><div>${context.words("verify.sums")}<pre>${sums}</pre></div></li>`}
      ${commands.length > 0 && html`<li><div>${context.words("verify.signatures")}<pre>${commands.join("\n")}</pre></div></li>`}
      <li><div>${context.words("verify.keys")}${" "}<a href=${context.path("keys")}>${context.words("verify.keys-link")}</a></div></li>
    </ol>
  </div>`;
}
