import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { App, Parts } from "#http";
import { EntenteError } from "#kernel/errors";
import { personOf, signIn, signOut } from "./sign-in.ts";

const COOKIE_SECONDS = 12 * 3600;

/** The cookie's name says whose node it is of: both run on one machine in the demonstration. */
function cookieOf({ configuration, ownParty }: Parts): { name: string; secure: boolean } {
  const secure = configuration.public.address.startsWith("https:");
  return { name: `${secure ? "__Host-" : ""}entente-${ownParty.short.toLowerCase()}`, secure };
}

/** Finds who asks; every route under /api but the sign-in stands behind it. @throws EntenteError "not-signed-in" */
export function requirePerson(parts: Parts): (request: FastifyRequest) => Promise<void> {
  const { name } = cookieOf(parts);
  return async (request) => {
    const token = request.cookies[name];
    const person = token ? await personOf(parts.database, token, "console", parts.clock.now()) : undefined;
    if (!person) {
      throw new EntenteError({
        code: "not-signed-in",
        message: "You are not signed in to this node.",
        remedy: "Open a sign-in link: entente sign-in --home DIR --as FUNCTION makes one.",
      });
    }
    request.person = person;
  };
}

/** Sign-in by one-time link: its token stands after `#`, so that no server log holds it, and is POSTed here. */
export async function accountsRoutes(app: App, parts: Parts): Promise<void> {
  const { name, secure } = cookieOf(parts);
  app.post(
    "/api/sign-in",
    {
      config: { public: true, rateLimit: { max: 20, timeWindow: "1 minute" } },
      schema: {
        body: Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
      },
    },
    async (request, reply) => {
      const { token, person } = await parts.database.write(signIn, {
        linkToken: request.body.token,
        purpose: "console",
      });
      reply.setCookie(name, token, { path: "/", httpOnly: true, sameSite: "strict", secure, maxAge: COOKIE_SECONDS });
      return person;
    },
  );
  app.post("/api/sign-out", async (request, reply) => {
    await parts.database.write(signOut, request.cookies[name] ?? "");
    reply.clearCookie(name, { path: "/" });
    return reply.code(204).send();
  });
}
