import { Type } from "typebox";
import type { App, Parts } from "#http";
import { partyNames } from "#peers";
import type { GroupPage, LookupAnswer, ThreatGroups } from "../http/api.ts";
import { groupPage } from "./group-page.ts";
import { threatGroups } from "./groups.ts";
import { lookUp } from "./look-up.ts";

const MAX_TEXT = 1_000_000;

export async function threatsRoutes(app: App, parts: Parts): Promise<void> {
  const { objects } = parts.database;

  app.post(
    "/api/lookup",
    { schema: { body: Type.Object({ text: Type.String({ maxLength: MAX_TEXT }) }, { additionalProperties: false }) } },
    async ({ body, person }): Promise<LookupAnswer> =>
      lookUp(parts, { text: body.text, names: await partyNames(objects), person: person.id }),
  );

  app.get("/api/threats/groups", async (): Promise<ThreatGroups> => threatGroups(objects));

  app.get(
    "/api/threats/groups/:id",
    { schema: { params: Type.Object({ id: Type.String({ maxLength: 300 }) }, { additionalProperties: false }) } },
    async ({ params }): Promise<GroupPage> => {
      const names = await partyNames(objects);
      const { id, short } = parts.ownParty;
      return groupPage(objects, params.id, { own: names.get(id) ?? { id, short, name: short }, names });
    },
  );
}
