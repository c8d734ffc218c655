import type { App, Parts } from "#http";
import type { Me, PartyName } from "../http/api.ts";
import { partyNames } from "./party-names.ts";

/** Who is signed in, to which node, and who its allies are. */
export async function meRoute(app: App, { database, configuration, ownParty }: Parts): Promise<void> {
  app.get("/api/me", async ({ person }): Promise<Me> => {
    const names = await partyNames(database.objects);
    const peers = [...names.values()].filter(({ id }) => id !== ownParty.id);
    return {
      person,
      node: {
        own: names.get(ownParty.id) as PartyName,
        peers,
        demonstration: configuration.demonstration,
        publicAddress: configuration.public.address,
      },
    };
  });
}
