import type { ApiRoot, Collection, TaxiiContext } from "@entente/taxii";
import type { Parts } from "#http";
import { deleteHeld } from "./delete-held.ts";
import { HOLDINGS, type HoldingsCollection, type Tool } from "./model.ts";
import { postObjects, postStatus } from "./post-objects.ts";
import { readPage } from "./read-page.ts";

/** Who asks: a tool, or whoever shows no token that opens something. */
export type Caller = TaxiiContext & { readonly tool: Tool | undefined };

export const HOLDINGS_ROOT = "/taxii2/holdings/";

type RootParts = Pick<Parts, "database" | "clock">;

/** The API root of own tools. Without a token there is nothing here, on any path. */
export function holdingsRoot(parts: RootParts): ApiRoot<Caller> {
  return {
    path: HOLDINGS_ROOT,
    title: "Holdings",
    description: "What this node holds, by label, for its own tools.",
    challenge: 'Basic realm="Entente holdings", charset="UTF-8"',
    admission: ({ tool }) => (tool ? "admitted" : "unauthenticated"),
    collections: ({ tool }) => (tool ? HOLDINGS.map((one) => collectionFor(parts, tool, one)) : []),
    status: async ({ tool }, id) => tool && postStatus(parts.database.objects, tool, id),
  };
}

function collectionFor(parts: RootParts, tool: Tool, { id, alias, level }: HoldingsCollection): Collection {
  const { database } = parts;
  const rights = tool.rights.get(level);
  return {
    id,
    alias,
    title: `Holdings up to TLP:${level.toUpperCase()}`,
    description: `Everything held here from its writer, admitted at or under TLP:${level.toUpperCase()}.`,
    canRead: rights?.read ?? false,
    canWrite: rights?.write ?? false,
    canDelete: rights?.delete ?? false,
    page: (request) => readPage(database.objects, level, request),
    add: (objects) => postObjects(parts, tool, level, objects),
    delete: (request) => database.write(deleteHeld, { ...request, collection: level }),
  };
}
