import { html, type Markup } from "../html.ts";
import { section } from "../layout.ts";
import type { PageContext } from "../page-context.ts";
import { POLICY_VERSION } from "../policy/index.ts";
import { LANGUAGES, phrase, WORDS } from "../words/index.ts";

/** The form of the newsletter. */
export function letter(context: PageContext): Markup {
  const { language } = context;
  const form = html`<form class="letter" method="post" action=${context.path("subscribe")}>
    <div class="field">
      <label for="email">${context.words("letter.email")}</label>
      <input id="email" type="email" name="email" autocomplete="email" maxlength="254" required placeholder=${context.words("letter.placeholder")} />
    </div>
    <div class="field">
      <label for="letter-language">${context.words("letter.language")}</label>
      <select id="letter-language" name="language">
        ${LANGUAGES.map((one) => html`<option value=${one} lang=${one} selected=${one === language}>${phrase(one, "language.name")}</option>`)}
      </select>
    </div>
    <div class="field trap">
      <label for="website">${context.words("letter.website")}</label>
      <input id="website" type="text" name="website" tabindex="-1" autocomplete="off" />
    </div>
    <div class="field">
      <label class="opt"><input type="checkbox" name="consent" value="yes" required /><span>${consent(context)}</span></label>
    </div>
    <button class="primary">${context.words("letter.submit")}</button>
    <p class="after">${context.words("letter.after")}</p>
  </form>`;
  return section("letter", context.words("letter.title"), null, form);
}

/** The sentence of the consent, with its link to the policy. */
function consent(context: PageContext): Markup {
  const [before, after] = WORDS[context.language]["letter.consent"].split("{policy}");
  const version = context.day(POLICY_VERSION);
  return [
    before,
    html`<a href=${context.path("privacy")}>${context.words("letter.policy")}</a>`,
    after?.replace("{version}", version),
  ];
}

/** The sentence as plain text: what a consent receipt holds the digest of. */
export function consentText(context: PageContext): string {
  const policy = context.words("letter.policy");
  return context.words("letter.consent", { policy, version: context.day(POLICY_VERSION) });
}
