import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { type App, type Parts, requireReleasingOfficer } from "#http";
import { partyNames } from "#peers";
import type { CarryUpView, Mechanism, OutcomeView, Overview, SessionPage } from "../http/api.ts";
import { acceptOutcome } from "./accept-outcome.ts";
import { textsSchema } from "./agreeable-texts.ts";
import { answerCarryUp } from "./answer-carry-up.ts";
import { carryUpOutcome } from "./carry-up-outcome.ts";
import type { Reader } from "./model.ts";
import { readCarryUp } from "./read-carry-ups.ts";
import { readMechanism } from "./read-mechanism.ts";
import { readOutcome } from "./read-outcomes.ts";
import { readOverview } from "./read-overview.ts";
import { type OtherRooms, readSession } from "./read-session.ts";
import { recordOutcome } from "./record-outcome.ts";
import { readSuggestions, type Suggestions } from "./suggestions.ts";
import type { WaitingProvider } from "./waiting.ts";

export type SessionsParts = Parts &
  OtherRooms & {
    /** What waits for a person in rooms that stand on this one. */
    readonly waiting?: readonly WaitingProvider[];
  };

const id = (type: string) => Type.String({ pattern: `^${type}--[0-9a-fA-F-]{36}$`, maxLength: 100 });
const params = (type: string) => Type.Object({ id: id(type) }, { additionalProperties: false });
const body = <T extends Parameters<typeof Type.Object>[0]>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

const newOutcome = body({
  itemId: id("entente-agenda-item"),
  kind: Type.Enum(["information", "decision", "conclusion", "commitment", "recommendation"]),
  text: textsSchema,
  verb: Type.Union([Type.Integer({ minimum: 1, maximum: 6 }), Type.Null()]),
  threadId: Type.Optional(id("entente-thread")),
});
const acceptance = body({ digest: Type.String({ pattern: "^[0-9a-f]{64}$" }) });
const newCarryUp = body({ toSessionId: id("entente-session") });
const newDisposition = body({
  answer: Type.Enum(["noted", "endorsed", "adopted", "amended", "deferred", "returned"]),
  text: textsSchema,
});

/** The mechanism, its sessions, and the acts at them. */
export async function sessionsRoutes(app: App, parts: SessionsParts): Promise<void> {
  const { database, releases, clock, ownParty } = parts;
  const db = database.objects;
  const readerOf = async ({ person }: FastifyRequest): Promise<Reader> => ({
    own: ownParty.id,
    names: await partyNames(db),
    person,
    nowMs: clock.now(),
  });

  app.get("/api/sessions", async (request): Promise<Mechanism> => readMechanism(db, await readerOf(request)));
  app.get(
    "/api/sessions/:id",
    { schema: { params: params("entente-session") } },
    async (request): Promise<SessionPage> => readSession(db, await readerOf(request), request.params.id, parts),
  );
  app.get(
    "/api/overview",
    async (request): Promise<Overview> => readOverview(db, await readerOf(request), parts.waiting ?? []),
  );
  app.get(
    "/api/suggestions",
    (): Promise<Suggestions> => readSuggestions(parts.home, parts.configuration.demonstration),
  );

  app.post(
    "/api/sessions/:id/outcomes",
    { schema: { params: params("entente-session"), body: newOutcome } },
    async (request, reply): Promise<OutcomeView> => {
      const person = requireReleasingOfficer(request);
      const input = { sessionId: request.params.id, ...request.body, person };
      const written = await database.write(recordOutcome(releases.rules), input);
      reply.code(201);
      return readOutcome(db, await readerOf(request), written.id);
    },
  );
  app.post(
    "/api/outcomes/:id/accept",
    { schema: { params: params("entente-outcome"), body: acceptance } },
    async (request): Promise<OutcomeView> => {
      const person = requireReleasingOfficer(request);
      const outcomeId = request.params.id;
      await database.write(acceptOutcome(releases.rules), { outcomeId, digest: request.body.digest, person });
      return readOutcome(db, await readerOf(request), outcomeId);
    },
  );
  app.post(
    "/api/outcomes/:id/carry-up",
    { schema: { params: params("entente-outcome"), body: newCarryUp } },
    async (request, reply): Promise<CarryUpView> => {
      const person = requireReleasingOfficer(request);
      const input = { outcomeId: request.params.id, toSessionId: request.body.toSessionId, person };
      const written = await database.write(carryUpOutcome(releases.rules), input);
      reply.code(201);
      return readCarryUp(db, await readerOf(request), written.id);
    },
  );
  app.post(
    "/api/carry-ups/:id/disposition",
    { schema: { params: params("entente-carry-up"), body: newDisposition } },
    async (request, reply): Promise<CarryUpView> => {
      const person = requireReleasingOfficer(request);
      const carryUpId = request.params.id;
      await database.write(answerCarryUp(releases.rules), { carryUpId, ...request.body, person });
      reply.code(201);
      return readCarryUp(db, await readerOf(request), carryUpId);
    },
  );
}
