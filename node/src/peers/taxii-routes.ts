import { createTaxiiServer, type TaxiiContext } from "@entente/taxii";
import type { Parts } from "#http";
import { viewCollection } from "#release";
import type { NodeKeys } from "./keys.ts";
import type { PeerApp } from "./peer-listener.ts";

const COLLECTION = {
  id: "8f3bff1a-8a0b-4e66-9fb8-6c3a4e3f5d20",
  alias: "releases",
  title: "Releases",
  description: "What was released to the party that reads this.",
};

/** The API root that the allies' nodes read. */
export const RELEASES_ROOT = "/taxii2/releases/";

type TaxiiParts = Pick<Parts, "database" | "clock" | "log"> & { readonly keys: NodeKeys };

export async function taxiiRoutes(app: PeerApp, { database, clock, log, keys }: TaxiiParts): Promise<void> {
  const server = createTaxiiServer<TaxiiContext>({
    discovery: { title: "Entente" },
    roots: [
      {
        path: RELEASES_ROOT,
        title: "Releases",
        collections: ({ party }) => [
          viewCollection(database.objects, { party, nowMicros: clock.now() * 1000 }, COLLECTION),
        ],
      },
    ],
    cursorSecret: keys.cursorSecret,
    onFault: log,
  });
  app.all("/taxii2/*", async (request, reply) => {
    const [path = "", query = ""] = request.raw.url?.split(/\?(.*)/s) ?? [];
    const { method, headers, peerParty } = request;
    const answer = await server.handle({ method, path, query, headers }, { party: peerParty });
    return reply.code(answer.status).headers(answer.headers).send(Buffer.from(answer.body));
  });
}
