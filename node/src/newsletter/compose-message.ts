import type { Message } from "#mail";
import { type Accord, ownName, type PageContext, partiesOf, readAccord, siteName } from "#public";
import { htmlLetter, type Letter, plainLetter } from "./letter-mail.ts";
import type { Claimed } from "./outbox.ts";

type Content = Pick<Letter, "title" | "paragraphs" | "button" | "after"> & {
  readonly subject: string;
  /** What stands above the link to leave, and above the one to the privacy policy. */
  readonly aboutLeaving: string | undefined;
  readonly aboutPrivacy: string | undefined;
};

/**
 * The mail of a claimed message, in its subscriber's language. Of a bulletin's joint text it holds only what PUBLIC's
 * view shows of it; undefined when it is not public any more. Every message carries the way to leave (RFC 8058).
 */
export function composeMessage(context: PageContext, claimed: Claimed, address: string): Message | undefined {
  const content = contentOf(context, claimed, address);
  if (!content) return undefined;
  const { subject, aboutLeaving, aboutPrivacy, ...parts } = content;
  const leave = claimed.confirmedAt === null ? context.words("mail.erase") : context.words("mail.leave");
  const { host } = new URL(address);
  const letter: Letter = {
    language: context.language,
    site: siteName(context),
    parties: partiesOf(context.record)
      .map(({ names }) => context.plain(names))
      .join(" – "),
    demonstration: context.demonstration,
    ...parts,
    foot: [
      ...[aboutLeaving].filter((line) => line !== undefined),
      { label: leave, href: `${address}${context.path(`unsubscribe/${claimed.leaveToken}`)}` },
      ...[aboutPrivacy].filter((line) => line !== undefined),
      { label: context.words("nav.privacy"), href: `${address}${context.path("privacy")}` },
      `${context.words("nav.node-of", { party: ownName(context) })}, ${host}`,
    ],
  };
  return {
    to: claimed.address,
    fromName: context.words("mail.from-name", { mechanism: siteName(context), party: ownName(context) }),
    subject,
    text: plainLetter(letter),
    html: htmlLetter(letter),
    messageId: `<${claimed.message}@${host.replace(/:\d+$/, "")}>`,
    headers: {
      "List-Id": `<newsletter.${host.replace(/:\d+$/, "")}>`,
      "List-Unsubscribe": `<${address}/unsubscribe/${claimed.leaveToken}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
  };
}

function contentOf(context: PageContext, claimed: Claimed, address: string): Content | undefined {
  if (claimed.kind === "confirm") return confirmation(context, claimed, address);
  if (claimed.kind === "known") return alreadyKnown(context, claimed);
  const accord = context.record.accords.find(({ id }) => id === claimed.bulletin);
  return accord && bulletin(context, claimed, accord, address);
}

function confirmation(
  context: PageContext,
  { askedAt, confirmToken, confirmUntil, policyVersion }: Claimed,
  address: string,
): Content {
  return {
    subject: context.words("mail.confirm.subject"),
    title: context.words("letter.confirm.title"),
    paragraphs: [context.words("mail.confirm.asked", { instant: instant(context, askedAt) })],
    button: {
      label: context.words("letter.confirm.submit"),
      href: `${address}${context.path(`confirm/${confirmToken}`)}`,
    },
    after: [context.words("mail.confirm.link", { instant: instant(context, confirmUntil) })],
    aboutLeaving: context.words("mail.confirm.not-you"),
    aboutPrivacy: context.words("mail.confirm.agree", { version: context.day(policyVersion) }),
  };
}

function alreadyKnown(context: PageContext, claimed: Claimed): Content {
  const title = context.words("mail.known.subject");
  const text = context.words("mail.known.text", { instant: instant(context, claimed.askedAt) });
  return { subject: title, title, paragraphs: [text], button: undefined, after: [], ...aboutConsent(context, claimed) };
}

function bulletin(context: PageContext, claimed: Claimed, accord: Accord, address: string): Content {
  const languages = new Intl.ListFormat(context.language, { style: "narrow" }).format(
    (readAccord(accord)?.versions ?? []).map(({ language }) => context.languageName(language)),
  );
  const { symbol, published } = accord;
  return {
    subject: context.words("mail.bulletin.subject", { title: context.plain(accord.title) }),
    title: context.plain(accord.title),
    paragraphs: [context.words("mail.bulletin.published", { symbol, instant: context.instant(published), languages })],
    button: {
      label: context.words("mail.bulletin.read"),
      href: `${address}${context.path(`communiques/${accord.id}`)}`,
    },
    after: [],
    ...aboutConsent(context, claimed),
  };
}

function aboutConsent(context: PageContext, { confirmedAt }: Claimed) {
  const aboutLeaving =
    confirmedAt === null ? undefined : context.words("mail.why", { instant: instant(context, confirmedAt) });
  return { aboutLeaving, aboutPrivacy: undefined };
}

function instant(context: PageContext, micros: number): string {
  return context.instant(Math.floor(micros / 1000));
}
