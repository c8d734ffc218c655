import type { FastifyReply } from "fastify";
import { layout, type Page, type PageContext } from "#public";

/** Sends a page of the newsletter: never kept, since it may stand behind a personal link. */
export function sendPage(reply: FastifyReply, context: PageContext, page: Page): FastifyReply {
  reply.type("text/html; charset=utf-8").header("cache-control", "no-store");
  return reply.send(layout(context, page));
}
