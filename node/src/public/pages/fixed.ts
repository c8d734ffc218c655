import { html } from "../html.ts";
import { ownName, type Page, pageHead } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import { ACCESSIBILITY, type FixedText, POLICY_VERSION, PRIVACY } from "../policy/index.ts";
import { typeset } from "../typography.ts";

export function privacyPage(context: PageContext): Page {
  return fixedPage(context, "privacy", PRIVACY[context.language], context.day(POLICY_VERSION));
}

export function accessibilityPage(context: PageContext): Page {
  return fixedPage(context, "accessibility", ACCESSIBILITY[context.language]);
}

function fixedPage(context: PageContext, at: string, { title, sections }: FixedText, version?: string): Page {
  const set = (text: string) => typeset(text.replaceAll("{party}", ownName(context)), context.language);
  const main = [
    pageHead(version, set(title)),
    html`<div class="prose">
      ${sections.map(
        ({ heading, paragraphs }) =>
          html`<h2>${set(heading)}</h2>${paragraphs.map((paragraph) => html`<p>${set(paragraph)}</p>`)}`,
      )}
    </div>`,
  ];
  return { title: set(title), at, main };
}
