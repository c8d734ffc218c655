import { createReadStream } from "node:fs";
import { type KeyPage, keyFingerprint, publicKeyPem } from "@entente/notes";
import { Type } from "typebox";
import type { App, Parts } from "#http";
import { accordFolder } from "#texts";
import { accordArchive } from "./accord-archive.ts";
import { assetOfName, fonts } from "./assets.ts";
import { atomFeed, jsonFeed } from "./feeds.ts";
import { preferredLanguage } from "./languages.ts";
import { layout, type Page } from "./layout.ts";
import { liveChanges } from "./live-changes.ts";
import type { PageContext } from "./page-context.ts";
import { communiquePage, communiquesPage } from "./pages/communiques.ts";
import { accessibilityPage, privacyPage } from "./pages/fixed.ts";
import { homePage } from "./pages/home.ts";
import { keysPage, type PublishedKey } from "./pages/keys.ts";
import { newsPage } from "./pages/news.ts";
import { notFoundPage } from "./pages/not-found.ts";
import { sessionPage } from "./pages/session.ts";
import { sessionsPage } from "./pages/sessions.ts";
import { publicTaxii } from "./public-taxii.ts";
import { sameOriginReferrer } from "./referrer.ts";
import { sendPublic } from "./send.ts";
import { createSite, type Site } from "./site.ts";
import { LANGUAGES, type Language } from "./words/index.ts";

export type PublicParts = Parts & {
  /** A party's signing key, as its card names it. */
  readonly keyOf: (party: string) => Promise<Uint8Array | undefined>;
  /** Where both parties publish their keys. */
  readonly keyPages: () => readonly KeyPage[] | Promise<readonly KeyPage[]>;
};

const HTML = "text/html; charset=utf-8";
const byId = { params: Type.Object({ id: Type.String({ maxLength: 100 }) }, { additionalProperties: false }) };

/** The public site: PUBLIC's view and fixed pages, for anyone, without a sign-in (R12). */
export async function publicRoutes(app: App, parts: PublicParts): Promise<void> {
  const site = createSite(parts);
  await liveChanges(app, parts);
  await publicTaxii(app, parts);
  assetRoutes(app);
  accordRoutes(app, site);
  keyRoutes(app, parts);
  app.get("/", { onSend: sameOriginReferrer }, async (request, reply) => {
    const context = await site.context(preferredLanguage(request.headers["accept-language"]));
    return sendPublic(request, reply, { type: HTML, body: layout(context, homePage(context)) });
  });
  for (const language of LANGUAGES) languageRoutes(app, parts, site, language);
}

function languageRoutes(app: App, parts: PublicParts, site: Site, language: Language): void {
  const page = (address: string, of: (context: PageContext) => Page | Promise<Page>) =>
    app.get(address, { onSend: sameOriginReferrer }, async (request, reply) => {
      const context = await site.context(language);
      return sendPublic(request, reply, { type: HTML, body: layout(context, await of(context)) });
    });
  const pageOf = (address: string, of: (context: PageContext, id: string) => Page | undefined) =>
    app.get(address, { schema: byId }, async (request, reply) => {
      const context = await site.context(language);
      const found = of(context, request.params.id);
      if (!found) reply.code(404);
      return sendPublic(request, reply, { type: HTML, body: layout(context, found ?? notFoundPage(context)) });
    });
  const root = `/${language}`;
  page(root, homePage);
  page(`${root}/`, homePage);
  page(`${root}/sessions`, sessionsPage);
  page(`${root}/communiques`, communiquesPage);
  page(`${root}/news`, newsPage);
  page(`${root}/privacy`, privacyPage);
  page(`${root}/accessibility`, accessibilityPage);
  page(`${root}/keys`, async (context) => keysPage(context, await publishedKeys(parts)));
  pageOf(`${root}/sessions/:id`, (context, id) => {
    const session = context.record.sessions.find((one) => one.id === id);
    return session && sessionPage(context, session);
  });
  pageOf(`${root}/communiques/:id`, (context, id) => {
    const accord = context.record.accords.find((one) => one.id === id);
    return accord && communiquePage(context, accord);
  });
  feedRoutes(app, parts, site, language);
  app.get(`${root}/*`, async (request, reply) => {
    const context = await site.context(language);
    return sendPublic(request, reply.code(404), { type: HTML, body: layout(context, notFoundPage(context)) });
  });
}

function feedRoutes(app: App, { configuration }: PublicParts, site: Site, language: Language): void {
  const address = configuration.public.address.replace(/\/$/, "");
  app.get(`/${language}/feed.atom`, async (request, reply) => {
    const body = atomFeed(await site.context(language), address);
    return sendPublic(request, reply, { type: "application/atom+xml; charset=utf-8", body });
  });
  app.get(`/${language}/feed.json`, async (request, reply) => {
    const body = jsonFeed(await site.context(language), address);
    return sendPublic(request, reply, { type: "application/feed+json; charset=utf-8", body });
  });
}

/** The files of a published joint text: stored bytes, from the open row of PUBLIC's view alone. */
function accordRoutes(app: App, site: Site): void {
  const params = Type.Object(
    { id: Type.String({ maxLength: 100 }), file: Type.String({ maxLength: 200 }) },
    { additionalProperties: false },
  );
  app.get("/accords/:id/:file", { schema: { params } }, async (request, reply) => {
    const { id, file } = request.params;
    const accord = (await site.record()).accords.find((one) => one.id === id);
    const found = accord && accordFolder(accord).find(({ name }) => name === file);
    if (!found) return reply.callNotFound();
    // Never as a page: what a file holds was typed by people.
    const type = /\.sig$/.test(file) ? "application/octet-stream" : "text/plain; charset=utf-8";
    return sendPublic(request, reply, { type, body: found.bytes });
  });
  app.get("/accords/:id", { schema: byId }, async (request, reply) => {
    const id = request.params.id.replace(/\.zip$/, "");
    const accord = (await site.record()).accords.find((one) => `${one.id}.zip` === request.params.id);
    if (!accord) return reply.callNotFound();
    const folder = accord.symbol.replace(/[^A-Za-z0-9.-]+/g, "-");
    reply.header("content-disposition", `attachment; filename="${folder}.zip"`);
    return sendPublic(request, reply, { type: "application/zip", body: accordArchive(folder, accordFolder(accord)) });
  });
}

function keyRoutes(app: App, parts: PublicParts): void {
  app.get("/public/keys/:id", { schema: byId }, async (request, reply) => {
    const key = (await publishedKeys(parts)).find(({ party }) => `${party}.pem` === request.params.id);
    if (!key) return reply.callNotFound();
    return sendPublic(request, reply, { type: "text/plain; charset=utf-8", body: key.pem });
  });
}

/** The signing keys of both parties, from their cards. */
async function publishedKeys({ keyOf, keyPages }: PublicParts): Promise<PublishedKey[]> {
  const keys = (await keyPages()).map(async ({ party, address }) => {
    const key = await keyOf(party);
    return key ? [{ party, page: address, fingerprint: keyFingerprint(key), pem: publicKeyPem(key) }] : [];
  });
  return (await Promise.all(keys)).flat();
}

function assetRoutes(app: App): void {
  const params = Type.Object({ name: Type.String({ maxLength: 100 }) }, { additionalProperties: false });
  app.get("/public/:name", { schema: { params } }, async (request, reply) => {
    const asset = assetOfName(request.params.name);
    if (!asset) return reply.callNotFound();
    return sendPublic(request, reply, { ...asset, forEver: true });
  });
  app.get("/public/fonts/:name", { schema: { params } }, async (request, reply) => {
    const file = fonts.fileOf(request.params.name);
    if (!file) return reply.callNotFound();
    reply.header("cache-control", "public, max-age=31536000, immutable").type("font/woff2");
    return reply.send(createReadStream(file));
  });
}
