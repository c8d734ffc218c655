import { Type } from "typebox";
import { type App, type Parts, requireReleasingOfficer } from "#http";
import {
  type DecisionReader,
  decidedEvaluation,
  decisionLine,
  decisionLines,
  decisionRow,
  dryRunOf,
  readyObjects,
} from "#release";
import type { DecisionLine, DryRun, Person, Releases } from "../http/api.ts";
import { partyNames } from "./party-names.ts";

const id = Type.String({ minLength: 1, maxLength: 300 });
const selection = { ids: Type.Array(id, { minItems: 1, maxItems: 10_000 }), party: id };
const closed = { additionalProperties: false };
const decisionId = Type.Object({ id: Type.String({ pattern: "^[0-9a-f]{32}$" }) }, closed);

/** What may leave this node, to whom, and who decided it. */
export async function releaseRoutes(app: App, { database, releases, clock }: Parts): Promise<void> {
  const { objects } = database;
  const readerFor = async (person: Person): Promise<DecisionReader> => {
    return { person, names: await partyNames(objects), nowMicros: clock.now() * 1000 };
  };
  const lineOf = async (decision: string, person: Person): Promise<DecisionLine> =>
    decisionLine(objects, await decisionRow(objects, decision), await readerFor(person));

  app.get("/api/releases", async ({ person }): Promise<Releases> => {
    return { ready: await readyObjects(objects), decisions: await decisionLines(objects, await readerFor(person)) };
  });

  app.post(
    "/api/releases/dry-run",
    { schema: { body: Type.Object(selection, closed) } },
    async ({ body, person }): Promise<DryRun> => {
      const { names } = await readerFor(person);
      const began = performance.now();
      const evaluation = await releases.dryRun(body);
      const tookMs = Math.round(performance.now() - began);
      return dryRunOf(evaluation, { party: names.get(body.party) ?? null, tookMs });
    },
  );

  app.post(
    "/api/releases",
    {
      schema: {
        body: Type.Object(
          {
            ...selection,
            reason: Type.String({ minLength: 1, maxLength: 2000 }),
            digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
          },
          closed,
        ),
      },
    },
    async (request): Promise<DecisionLine> => {
      const first = requireReleasingOfficer(request);
      const { ids, party, reason, digest } = request.body;
      const { decision } = await releases.decide({ party, ids, reason, first, seen: digest });
      return lineOf(decision, first);
    },
  );

  app.post(
    "/api/releases/:id/approve",
    { schema: { params: decisionId, body: Type.Object({}, closed) } },
    async (request): Promise<DecisionLine> => {
      const second = requireReleasingOfficer(request);
      await releases.approve({ decision: request.params.id, second });
      return lineOf(request.params.id, second);
    },
  );

  app.get(
    "/api/releases/:id",
    { schema: { params: decisionId } },
    async ({ params, person }): Promise<DecisionLine & { dryRun: DryRun }> => {
      const row = await decisionRow(objects, params.id);
      const line = await decisionLine(objects, row, await readerFor(person));
      const began = performance.now();
      const evaluation = await decidedEvaluation(objects, releases.rules, row);
      const tookMs = Math.round(performance.now() - began);
      return { ...line, dryRun: dryRunOf(evaluation, { party: line.party, tookMs }) };
    },
  );
}
