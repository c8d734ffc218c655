import { signCheckpoint } from "@entente/notes";
import { Type } from "typebox";
import type { Parts } from "#http";
import { hex } from "#kernel/random";
import { entriesFrom, logHead, logName, openRows } from "#release";
import type { NodeKeys } from "./keys.ts";
import { storedCard } from "./own-card.ts";
import type { PeerApp } from "./peer-listener.ts";
import { statedVersion } from "./stated-version.ts";

/** Rows per answer; a reader goes on from the last one. */
export const PAGE_ROWS = 1000;
const NDJSON = "application/x-ndjson";
const NOTE = "text/plain; charset=utf-8";

const fromQuery = Type.Object(
  { from: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) },
  { additionalProperties: false },
);

type LedgerParts = Pick<Parts, "home" | "ownParty" | "database" | "clock"> & {
  readonly keys: NodeKeys;
  readonly onWake: (party: string) => void;
};

/** What travels beside TAXII (ledger.md), each about the caller's own log and view. */
export async function ledgerRoutes(app: PeerApp, parts: LedgerParts): Promise<void> {
  const { home, keys, ownParty, clock, onWake } = parts;
  const db = parts.database.objects;

  app.get("/entente/1/checkpoint", async ({ peerParty }, reply) => {
    const { log, size, root } = await logHead(db, logName(ownParty.id, peerParty));
    return reply.type(NOTE).send(signCheckpoint({ origin: log, size, root }, keys.signing));
  });

  /** Each line an entry's exact bytes: canonical JSON holds no line break. */
  app.get("/entente/1/entries", { schema: { querystring: fromQuery } }, async ({ peerParty, query }, reply) => {
    const rows = await entriesFrom(db, logName(ownParty.id, peerParty), query.from, PAGE_ROWS);
    const lines = rows.flatMap(({ bytes }) => [bytes, LINE_END]);
    return reply.type(NDJSON).send(Buffer.concat(lines));
  });

  app.get("/entente/1/openings", { schema: { querystring: fromQuery } }, async ({ peerParty, query }, reply) => {
    const rows = await openRows(db, peerParty, clock.now() * 1000)
      .innerJoin("versions", "versions.version_id", "views.version_id")
      .select(["views.entry", "views.id", "views.digest", "views.labels", "views.opening"])
      .select(["versions.modified", "versions.type", "versions.bytes"])
      .where("views.entry", ">=", query.from)
      .orderBy("views.entry")
      .limit(PAGE_ROWS)
      .execute();
    const lines = rows.map(({ entry, id, digest, labels, opening, ...version }) =>
      JSON.stringify({
        entry,
        id,
        modified: statedVersion(version),
        digest,
        labels: JSON.parse(labels),
        opening: hex(opening),
      }),
    );
    return reply.type(NDJSON).send(lines.map((line) => `${line}\n`).join(""));
  });

  app.get("/entente/1/card", async (_request, reply) => reply.type(NOTE).send(storedCard(home).card));

  app.post("/entente/1/wake", async ({ peerParty }, reply) => {
    onWake(peerParty);
    return reply.code(204).send();
  });
}

const LINE_END = Buffer.from("\n");
