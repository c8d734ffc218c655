import { Type } from "typebox";
import type { App, Parts } from "#http";
import { EntenteError } from "#kernel/errors";
import type { ThreadView } from "../http/api.ts";
import { readThread } from "./read-thread.ts";

const params = Type.Object(
  { id: Type.String({ pattern: "^entente-thread--[0-9a-fA-F-]{36}$", maxLength: 100 }) },
  { additionalProperties: false },
);

/** What is followed through bodies and years. */
export async function threadsRoutes(app: App, { database, clock }: Parts): Promise<void> {
  app.get("/api/threads/:id", { schema: { params } }, async (request): Promise<ThreadView> => {
    const thread = await readThread(database.objects, request.params.id, { nowMs: clock.now() });
    if (thread) return thread;
    throw new EntenteError({
      code: "object-unknown",
      message: "There is no thread of this id here.",
      remedy: "Open it from the session that it runs through.",
    });
  });
}
