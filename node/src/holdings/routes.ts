import { createTaxiiServer, TAXII_MEDIA_TYPE } from "@entente/taxii";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type App, type Parts, problemFor } from "#http";
import { keptSecret, publicRoot } from "#public";
import { type Caller, holdingsRoot } from "./holdings-root.ts";
import { toolOf } from "./tokens.ts";

/** Wildcards of other rooms below /taxii2/ stay theirs: these paths are more exact. */
const PATHS = ["/taxii2", "/taxii2/", "/taxii2/holdings", "/taxii2/holdings/*"];

/**
 * TAXII 2.1 for own tools, and discovery, which lists the roots that the caller may use. Bodies are handed on as they
 * come, so that the server answers from rights and limits before it reads any of them.
 */
export async function holdingsRoutes(app: App, parts: Parts): Promise<void> {
  const server = createTaxiiServer<Caller>({
    discovery: { title: "Entente" },
    roots: [publicRoot(parts), holdingsRoot(parts)],
    cursorSecret: keptSecret(parts.home, "holdings-cursor"),
    onFault: parts.log,
  });
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const [path = "", query = ""] = request.raw.url?.split(/\?(.*)/s) ?? [];
    const { method, headers, raw } = request;
    const tool = await toolOf(parts.database, headers.authorization);
    // The iterator leaves the connection open where reading stops early: the refusal must still reach its client.
    const body: AsyncIterable<Uint8Array> = raw.iterator({ destroyOnReturn: false });
    const caller = { party: tool?.name ?? "", tool };
    const answered = await server.handle({ method, path, query, headers, body }, caller);
    raw.resume();
    return reply.code(answered.status).headers(answered.headers).send(Buffer.from(answered.body));
  };
  await app.register(async (scope) => {
    scope.setErrorHandler(sendTaxiiError);
    // Answered on request: before a handler is reached, Fastify would have judged and read the body.
    for (const path of PATHS) scope.all(path, { onRequest: answer }, answer);
  });
}

/** What the listener itself refuses (a foreign host name, a broken header) is an error message of TAXII 3.6.1 here. */
function sendTaxiiError(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { title, detail, status } = problemFor(error, request);
  const message = { title, description: detail, http_status: String(status) };
  return reply
    .code(status)
    .type(TAXII_MEDIA_TYPE)
    .send(Buffer.from(JSON.stringify(message)));
}
