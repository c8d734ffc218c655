import { type ApiRoot, createTaxiiServer, type TaxiiContext } from "@entente/taxii";
import type { App, Parts } from "#http";
import { PUBLIC, viewCollection } from "#release";
import { keptSecret } from "./kept-secret.ts";

type TaxiiParts = Pick<Parts, "home" | "database" | "clock" | "log">;

const COLLECTION = {
  id: "4c1f2a70-96c5-4a58-9a0e-0d0a3c1b7e65",
  alias: "public",
  title: "Public",
  description: "What this party has released to everyone.",
};

/** The API root that anyone may use. */
export function publicRoot({ database, clock }: Pick<TaxiiParts, "database" | "clock">): ApiRoot<TaxiiContext> {
  return {
    path: "/taxii2/public/",
    title: "Public",
    collections: () => [viewCollection(database.objects, { party: PUBLIC, nowMicros: clock.now() * 1000 }, COLLECTION)],
  };
}

/** PUBLIC's view by TAXII 2.1, for anyone's tools: `/taxii2/` and `/taxii2/public/`. */
export async function publicTaxii(app: App, { home, database, clock, log }: TaxiiParts): Promise<void> {
  const server = createTaxiiServer<TaxiiContext>({
    discovery: { title: "Entente" },
    roots: [publicRoot({ database, clock })],
    cursorSecret: keptSecret(home, "public-cursor"),
    onFault: log,
  });
  app.all("/taxii2/*", async (request, reply) => {
    const [path = "", query = ""] = request.raw.url?.split(/\?(.*)/s) ?? [];
    const { method, headers } = request;
    const answer = await server.handle({ method, path, query, headers }, { party: PUBLIC });
    return reply.code(answer.status).headers(answer.headers).send(Buffer.from(answer.body));
  });
}
