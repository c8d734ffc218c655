import { createTaxiiServer, type TaxiiContext } from "@entente/taxii";
import type { Parts } from "#http";
import type { NodeKeys } from "./keys.ts";
import type { PeerApp } from "./peer-listener.ts";
import { releasesCollection } from "./releases-collection.ts";

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
        collections: ({ party }) => [releasesCollection(database.objects, party, clock.now() * 1000)],
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
