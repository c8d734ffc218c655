import { Type } from "typebox";
import type { App } from "#http";
import { type Page, type PageContext, preferredLanguage, type Site } from "#public";
import type { Leave } from "./routes.ts";
import { sendPage } from "./send-page.ts";

type OneClick = {
  readonly site: Site;
  readonly leave: Leave;
  readonly leavePage: (context: PageContext, token: string) => Page;
};

const byToken = { params: Type.Object({ token: Type.String({ maxLength: 100 }) }, { additionalProperties: false }) };
const MAX_BODY = 8 * 1024;
const FIELD = /name="?List-Unsubscribe"?\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click\r?\n/i;

/**
 * The address in List-Unsubscribe. RFC 8058 3.1: a mail program POSTs `List-Unsubscribe=One-Click` to it, as
 * multipart/form-data or urlencoded, without cookies and without a page: hence no Origin is asked for, the token alone
 * allows it. Whoever opens it in a browser gets the page with the button.
 */
export async function oneClickRoutes(app: App, { site, leave, leavePage }: OneClick): Promise<void> {
  await app.register(async (scope) => {
    const oneClick = scope as unknown as App;
    oneClick.addContentTypeParser(
      "multipart/form-data",
      { parseAs: "string", bodyLimit: MAX_BODY },
      async (_request: unknown, body: string | Buffer) =>
        FIELD.test(String(body)) ? { "List-Unsubscribe": "One-Click" } : {},
    );
    oneClick.get("/unsubscribe/:token", { schema: byToken }, async (request, reply) => {
      const context = await site.context(preferredLanguage(request.headers["accept-language"]));
      return sendPage(reply, context, leavePage(context, request.params.token));
    });
    const body = Type.Object({ "List-Unsubscribe": Type.Literal("One-Click") });
    oneClick.post(
      "/unsubscribe/:token",
      { bodyLimit: MAX_BODY, schema: { ...byToken, body } },
      async (request, reply) => {
        await leave(request.params.token);
        return reply.type("text/plain; charset=utf-8").header("cache-control", "no-store").send("Unsubscribed.\n");
      },
    );
  });
}
