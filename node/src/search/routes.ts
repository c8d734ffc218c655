import { type Static, Type } from "typebox";
import type { App, Parts } from "#http";
import { partyNames } from "#peers";
import type { SearchAnswer } from "../http/api.ts";
import { exportHits } from "./export-hits.ts";
import { readFilters } from "./filters.ts";
import { search } from "./search.ts";

const closed = { additionalProperties: false };
const filter = Type.Optional(Type.String({ maxLength: 4000 }));
const selection = {
  q: Type.Optional(Type.String({ maxLength: 1000 })),
  type: filter,
  side: filter,
  source: filter,
  label: filter,
  actor: filter,
  from: Type.Optional(Type.String({ maxLength: 20 })),
  to: Type.Optional(Type.String({ maxLength: 20 })),
  open: Type.Optional(Type.String({ minLength: 1, maxLength: 250 })),
};
const searchQuery = Type.Object({ ...selection, cursor: Type.Optional(Type.String({ maxLength: 200 })) }, closed);
const exportQuery = Type.Object(
  { ...selection, format: Type.Union([Type.Literal("csv"), Type.Literal("stix")]) },
  closed,
);

export async function searchRoutes(app: App, parts: Parts): Promise<void> {
  const { database, clock, ownParty } = parts;

  const read = async ({ q = "", open, ...filters }: Omit<Static<typeof searchQuery>, "cursor">) => ({
    text: q,
    open,
    filters: readFilters(filters, clock.now()),
    names: await partyNames(database.objects),
    own: ownParty.short,
  });

  app.get("/api/search", { schema: { querystring: searchQuery } }, async ({ query }): Promise<SearchAnswer> => {
    const { cursor, ...wanted } = query;
    return search(database.objects, { ...(await read(wanted)), cursor });
  });

  app.get("/api/search/export", { schema: { querystring: exportQuery } }, async ({ query }, reply) => {
    const { format, ...wanted } = query;
    const file = await exportHits(parts, { ...(await read(wanted)), format, written: wanted });
    return reply
      .type(file.type)
      .header("content-disposition", `attachment; filename="${file.name}"`)
      .send(file.content);
  });
}
