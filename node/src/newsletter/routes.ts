import { hash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { type App, type Parts, requireOwnOrigin } from "#http";
import { EntenteError } from "#kernel/errors";
import {
  consentText,
  createSite,
  html,
  keptSecret,
  LANGUAGES,
  type Language,
  messagePage,
  type Page,
  type PageContext,
  POLICY_VERSION,
  type Site,
  sameOriginReferrer,
} from "#public";
import { addressHash, mailAddress } from "./address.ts";
import { askSubscription } from "./ask-subscription.ts";
import { confirmSubscription } from "./confirm-subscription.ts";
import { endSubscription } from "./end-subscription.ts";
import { oneClickRoutes } from "./one-click.ts";
import { publicRoomRoutes } from "./public-room.ts";
import { sendPage } from "./send-page.ts";
import { hashOf } from "./token.ts";
import "./tables.ts";

const byToken = { params: Type.Object({ token: Type.String({ maxLength: 100 }) }, { additionalProperties: false }) };
const asking = Type.Object(
  {
    email: Type.String({ maxLength: 320 }),
    language: Type.Union(LANGUAGES.map((language) => Type.Literal(language))),
    consent: Type.Literal("yes"),
    website: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { additionalProperties: false },
);
const askingLimit = { max: 20, timeWindow: "1 minute" };

/** What subscribers meet: the form's answer, confirming, leaving. GET and HEAD change nothing; each act is a POST. */
export async function newsletterRoutes(app: App, parts: Parts): Promise<void> {
  const site = createSite(parts);
  const leave = leaving(parts);
  await publicRoomRoutes(app, parts);
  await oneClickRoutes(app, { site, leave, leavePage });
  for (const language of LANGUAGES) {
    subscribeRoute(app, parts, site, language);
    confirmRoutes(app, parts, site, language);
    leaveRoutes(app, site, language, leave);
  }
}

/** The same answer whether the address is known, new, or had too many messages: mail goes out by the outbox alone. */
function subscribeRoute(app: App, { database }: Parts, site: Site, language: Language): void {
  const options = {
    ...pages(site, language),
    attachValidation: true,
    config: { rateLimit: askingLimit },
    schema: { body: asking },
  };
  app.post(`/${language}/subscribe`, options, async (request, reply) => {
    requireOwnPage(request);
    const context = await site.context(language);
    const { body } = request;
    const address = request.validationError ? undefined : mailAddress(body.email);
    if (!address) return sendPage(reply.code(400), context, invalidPage(context));
    // Only programs fill in the field that people do not see; they are told what people are told.
    if (!body.website) {
      await database.write(askSubscription, {
        address,
        language: body.language,
        policyVersion: POLICY_VERSION,
        textDigest: hash("sha256", consentText(context), "hex"),
      });
    }
    const texts = (["letter.asked.text", "letter.asked.nothing"] as const).map(
      (key) => html`<p>${context.words(key)}</p>`,
    );
    return sendPage(reply, context, messagePage(context, "letter.asked.title", ...texts));
  });
}

function confirmRoutes(app: App, { database }: Parts, site: Site, language: Language): void {
  const options = { ...pages(site, language), schema: byToken };
  const at = `/${language}/confirm/:token`;
  app.get(at, options, async (request, reply) => {
    const context = await site.context(language);
    const button = oneButton(context, `confirm/${request.params.token}`, "letter.confirm.submit");
    const text = html`<p>${context.words("letter.confirm.text")}</p>`;
    return sendPage(reply, context, messagePage(context, "letter.confirm.title", text, button));
  });
  app.post(at, options, async (request, reply) => {
    requireOwnPage(request);
    const context = await site.context(language);
    const confirmed = await database.write(confirmSubscription, { token: request.params.token });
    if (!confirmed) {
      const text = html`<p>${context.words("letter.expired.text")}</p>`;
      const again = html`<p><a href=${`${context.path()}#letter`}>${context.words("letter.title")}</a></p>`;
      return sendPage(reply.code(410), context, messagePage(context, "letter.expired.title", text, again));
    }
    const receipt = context.words("letter.confirmed.receipt", {
      instant: context.instant(Math.floor(confirmed.confirmedAt / 1000)),
      version: context.day(confirmed.policyVersion),
      language: context.languageName(confirmed.language),
    });
    const text = html`<p>${context.words("letter.confirmed.text")}</p><p>${receipt}</p>`;
    return sendPage(reply, context, messagePage(context, "letter.confirmed.title", text));
  });
}

function leaveRoutes(app: App, site: Site, language: Language, leave: Leave): void {
  const options = { ...pages(site, language), schema: byToken };
  const at = `/${language}/unsubscribe/:token`;
  app.get(at, options, async (request, reply) => {
    const context = await site.context(language);
    return sendPage(reply, context, leavePage(context, request.params.token));
  });
  app.post(at, options, async (request, reply) => {
    requireOwnPage(request);
    const context = await site.context(language);
    await leave(request.params.token);
    const text = html`<p>${context.words("letter.left.text")}</p>`;
    return sendPage(reply, context, messagePage(context, "letter.left.title", text));
  });
}

export type Leave = (token: string) => Promise<void>;

/** Ends a subscription; what its receipt keeps of the address is made here, where the key is. */
function leaving({ home, database }: Parts): Leave {
  const key = keptSecret(home, "receipts");
  return async (token) => {
    const held = await database.subscribers
      .selectFrom("links")
      .innerJoin("subscribers", "subscribers.subscriber", "links.subscriber")
      .select("subscribers.address")
      .where("links.token_hash", "=", hashOf(token))
      .executeTakeFirst();
    await database.write(endSubscription, { token, addressHash: held ? addressHash(key, held.address) : null });
  };
}

/** The same page for every token: only the button says anything to the database. */
function leavePage(context: PageContext, token: string): Page {
  const text = html`<p>${context.words("letter.leave.text")}</p>`;
  return messagePage(
    context,
    "letter.leave.title",
    text,
    oneButton(context, `unsubscribe/${token}`, "letter.leave.submit"),
  );
}

function oneButton(context: PageContext, at: string, label: "letter.confirm.submit" | "letter.leave.submit") {
  return html`<form method="post" action=${context.path(at)}><button class="primary">${context.words(label)}</button></form>`;
}

function invalidPage(context: PageContext): Page {
  const again = html`<p><a href=${`${context.path()}#letter`}>${context.words("letter.title")}</a></p>`;
  return messagePage(context, "letter.invalid.title", html`<p>${context.words("letter.invalid.text")}</p>`, again);
}

/** Browsers say from which page a form comes; another site's is refused. Tools without the header act for themselves. */
function requireOwnPage({ headers, host }: FastifyRequest): void {
  if (headers.origin !== undefined) requireOwnOrigin(headers.origin, host);
}

/** Refusals on these pages are pages too. */
function pages(site: Site, language: Language) {
  return {
    onSend: sameOriginReferrer,
    errorHandler: async (error: Error & { statusCode?: number }, _request: FastifyRequest, reply: FastifyReply) => {
      const isTooMany = error.statusCode === 429;
      const isRefused = error instanceof EntenteError && error.code === "origin-mismatch";
      if (!isTooMany && !isRefused) throw error;
      const context = await site.context(language);
      const text = html`<p>${context.words(isTooMany ? "refused.later" : "refused.text")}</p>`;
      return sendPage(reply.code(isTooMany ? 429 : 403), context, messagePage(context, "refused.title", text));
    },
  };
}
