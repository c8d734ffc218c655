import { hash } from "node:crypto";
import { brotliCompressSync, constants } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

const WORTH_COMPRESSING = 1_000;

type Content = { readonly type: string; readonly body: string | Uint8Array; readonly forEver?: boolean };

/**
 * Sends what anyone may see, for a bad line: an ETag of its content, so that what is known is not sent again, and
 * Brotli. (Nothing here is secret, so compression tells nobody anything.)
 */
export function sendPublic(request: FastifyRequest, reply: FastifyReply, { type, body, forEver }: Content) {
  const bytes = Buffer.from(body as Uint8Array);
  const tag = `W/"${hash("sha256", bytes, "base64url").slice(0, 22)}"`;
  reply.header("cache-control", forEver ? "public, max-age=31536000, immutable" : "no-cache");
  reply.header("etag", tag).header("vary", "accept-encoding, accept-language").type(type);
  if (request.headers["if-none-match"]?.split(/,\s*/).includes(tag)) return reply.code(304).send();
  const compresses = bytes.length > WORTH_COMPRESSING && /^text\/|json|xml|svg/.test(type);
  if (!compresses || !/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(bytes);
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  return reply.header("content-encoding", "br").send(brotliCompressSync(bytes, options));
}
