import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { html, type Language } from "#public";

/** One letter, as its parts; both its plain and its HTML form are made from them, so that they say the same. */
export type Letter = {
  readonly language: Language;
  readonly site: string;
  readonly parties: string;
  readonly demonstration: boolean;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly button: { readonly label: string; readonly href: string } | undefined;
  readonly after: readonly string[];
  readonly foot: readonly (string | { readonly label: string; readonly href: string })[];
};

const SANS = "font-family:'IBM Plex Sans','Helvetica Neue',Arial,sans-serif;";
const SERIF = "font-family:'IBM Plex Serif',Georgia,'Times New Roman',serif;";
const MARKING = "TLP:CLEAR";

export function plainLetter(letter: Letter): string {
  const { demonstration, site, parties, title, paragraphs, button, after, foot } = letter;
  const head = [demonstration && "DEMONSTRATION", MARKING].filter(Boolean).join("  ");
  const footLines = foot.map((line) => (typeof line === "string" ? line : `${line.label}\n${line.href}`));
  return `${[
    head,
    [site, parties].filter(Boolean).join("\n"),
    title,
    ...paragraphs,
    ...(button ? [`${button.label}\n${button.href}`] : []),
    ...after,
    "-- ",
    ...footLines,
  ].join("\n\n")}\n`;
}

/** Tables and styles in line, as mail programs want it; no image, no script, nothing that is fetched. */
export function htmlLetter(letter: Letter): string {
  const { language, demonstration, site, parties, title, paragraphs, button, after, foot } = letter;
  const text = `margin:0 0 14px;${SANS}font-size:16px;line-height:25px;color:#14181c`;
  const page = html`<html lang=${language}>
    <head><meta charset="utf-8" /><title>${title}</title></head>
    <body style="margin:0;padding:16px;background:#f5f6f4">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;margin:0 auto;background:#ffffff;border-collapse:collapse">
        <tr><td style=${`background:#000000;color:#ffffff;padding:6px 14px;${SANS}font-size:16px;line-height:22px;font-weight:600`}>
          <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
            <td style=${`color:#ffffff;${SANS}font-size:13px;font-weight:600`}>${demonstration && "DEMONSTRATION"}</td>
            <td align="right" style=${`color:#ffffff;${SANS}font-size:16px;font-weight:600`}>${MARKING}</td>
          </tr></table>
        </td></tr>
        <tr><td style=${`padding:18px 14px 14px;border-bottom:1px solid #788287;${SANS}font-size:15px;line-height:20px;color:#14181c`}>
          <b>${site}</b>${parties && html`<br /><span style="color:#454d54">${parties}</span>`}
        </td></tr>
        <tr><td style="padding:24px 14px 12px">
          <h1 style=${`margin:0 0 12px;${SERIF}font-size:26px;line-height:33px;font-weight:500;color:#14181c`}>${title}</h1>
          ${paragraphs.map((paragraph) => html`<p style=${text}>${paragraph}</p>`)}
          ${
            button &&
            html`<p style="margin:4px 0 18px"><a href=${button.href} style=${`display:inline-block;padding:12px 22px;background:#14181c;color:#ffffff;${SANS}font-size:17px;line-height:22px;font-weight:600;text-decoration:none`}>${button.label}</a></p>`
          }
          ${after.map((paragraph) => html`<p style=${text}>${paragraph}</p>`)}
        </td></tr>
        <tr><td style=${`padding:14px;border-top:1px solid #788287;${SANS}font-size:14px;line-height:21px;color:#454d54`}>
          ${foot.map((line) => html`<p style="margin:0 0 8px">${typeof line === "string" ? line : html`<a href=${line.href} style="color:#14181c">${line.label}</a>`}</p>`)}
        </td></tr>
      </table>
    </body>
  </html>`;
  return `<!doctype html>\n${renderToString(page as VNode)}\n`;
}
