import type { AddressInfo } from "node:net";
import { accountsRoutes, requirePerson } from "#accounts";
import { holdingsRoutes } from "#holdings";
import { type App, publicListener } from "#http";
import { createNewsletter, newsletterRoutes } from "#newsletter";
import { createPeers, keyOfParty, keyPages, meRoute, objectRoutes, peersRoutes, releaseRoutes, signerOf } from "#peers";
import { publicRoutes } from "#public";
import { createSearchIndex, searchRoutes } from "#search";
import { sessionsRoutes } from "#sessions";
import { createTexts, textsRoutes } from "#texts";
import { readThread, threadsRoutes } from "#threads";
import { threatsRoutes } from "#threats";
import { serveControl } from "./cli/control.ts";
import { type OpenOptions, openNode } from "./open-node.ts";

export { initHome, type NewHome } from "./init-home.ts";
export { type OpenNode, type OpenOptions, openNode } from "./open-node.ts";

export type NodeOptions = OpenOptions & {
  /** Whether peers are told that something is there. Only a test that measures the schedule says no. */
  readonly wakeUp?: boolean;
};

export type RunningNode = {
  readonly publicPort: number;
  readonly peerPort: number;
  close(): Promise<void>;
};

/** Runs a node from its data folder: both listeners, the ally's synchronisation, publications, the newsletter. */
export async function startNode(options: NodeOptions): Promise<RunningNode> {
  const node = await openNode(options);
  const keyOf = keyOfParty(node);
  const parts = { ...node, keyOf, signer: signerOf(node), threadOf: readThread, keyPages: () => keyPages(node) };
  const peers = createPeers(parts, { wakeUp: options.wakeUp });
  const texts = createTexts(parts);
  const newsletter = createNewsletter(parts);
  const app = await publicListener(parts, {
    identify: requirePerson(parts),
    routes: [
      accountsRoutes,
      meRoute,
      releaseRoutes,
      objectRoutes,
      peersRoutes,
      sessionsRoutes,
      threadsRoutes,
      textsRoutes,
      threatsRoutes,
      searchRoutes,
      publicRoutes,
      holdingsRoutes,
      newsletterRoutes,
    ].map((routes) => (server) => routes(server, parts)),
  });
  const searchIndex = createSearchIndex(parts);
  // What was decided before a stop goes on first; then the doors open.
  const background = [parts.releases, texts, newsletter, peers, searchIndex];
  for (const part of background) await part.start();
  await app.listen(parts.configuration.public);
  const control = await serveControl(parts);
  return {
    publicPort: portOf(app),
    peerPort: peers.port,
    close: async () => {
      control.close();
      await app.close();
      for (const part of background.toReversed()) await part.stop();
      await node.close();
    },
  };
}

function portOf(app: App): number {
  return (app.server.address() as AddressInfo).port;
}
