import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import rateLimit from "@fastify/rate-limit";
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import fastify, { type FastifyRequest } from "fastify";
import { EntenteError } from "#kernel/errors";
import type { App, Parts } from "./app.ts";
import { consoleFiles } from "./console-files.ts";
import { eventsRoutes } from "./events.ts";
import { sendProblem } from "./problem.ts";

export type Routes = (app: App, parts: Parts) => Promise<void>;
/** Finds who asks and sets `request.person`; throws where nobody is signed in. */
export type Identify = (request: FastifyRequest) => Promise<void>;

const MAX_BODY = 8 * 1024 * 1024;
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The listener for people and their tools: console and API, public site. `routes` are those of the rooms; those under
 * /api get the person who is signed in, or are refused.
 */
export async function publicListener(
  parts: Parts,
  { identify, routes }: { readonly identify: Identify; readonly routes: readonly Routes[] },
): Promise<App> {
  const app = fastify({
    bodyLimit: MAX_BODY,
    requestTimeout: 30_000,
    // Open pages listen for changes: a stop must not wait for them.
    forceCloseConnections: true,
    logger: { level: "warn", redact: ["req.headers.cookie", "req.headers.authorization"] },
    routerOptions: { maxParamLength: 500 },
  }).withTypeProvider<TypeBoxTypeProvider>() as App;
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) => {
    const error = new EntenteError({ code: "not-found", message: "There is nothing at this address." });
    return sendProblem(error, request, reply);
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 64 * 1024 });
  await app.register(rateLimit, { global: false });
  guardHost(app, parts);
  guardHeaders(app);
  guardApi(app, identify);
  await eventsRoutes(app, parts);
  await consoleFiles(app);
  for (const route of routes) await route(app, parts);
  return app;
}

/** A name that is not ours is refused: DNS rebinding would otherwise make a browser speak to us for another page. */
function guardHost(app: App, { configuration }: Parts): void {
  const names = new Set(configuration.public.names);
  app.addHook("onRequest", async (request) => {
    if (names.has(request.hostname)) return;
    throw new EntenteError({
      code: "host-unknown",
      message: `This node does not answer to the name "${request.hostname.slice(0, 100)}".`,
      remedy: "An operator adds names in configuration.json (public.names).",
    });
  });
}

function guardHeaders(app: App): void {
  const policy = "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'";
  app.addHook("onSend", async (_request, reply, payload) => {
    reply.header("content-security-policy", policy);
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "no-referrer");
    return payload;
  });
}

function guardApi(app: App, identify: Identify): void {
  app.addHook("onRequest", async (request, reply) => {
    if (!request.url.startsWith("/api/")) return;
    reply.header("cache-control", "no-store");
    if (!SAFE.has(request.method)) requireOwnOrigin(request.headers.origin, request.host);
    if (!request.routeOptions.config.public) await identify(request);
  });
}

/** An unsafe method comes from our own pages only. @throws EntenteError "origin-mismatch" */
export function requireOwnOrigin(origin: string | undefined, host: string): void {
  if (origin !== undefined && URL.canParse(origin) && new URL(origin).host === host) return;
  throw new EntenteError({
    code: "origin-mismatch",
    message: "This request does not come from a page of this node.",
    remedy: "Send it from the console, with the Origin header of this node.",
  });
}
