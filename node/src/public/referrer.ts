import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * On pages with a form. Under `no-referrer` a browser sends `Origin: null` with a form's POST (Fetch 3.2), and nobody
 * could tell it from another site's. Other sites still learn nothing.
 */
export async function sameOriginReferrer(_request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  reply.header("referrer-policy", "same-origin");
  return payload;
}
