import { Type } from "typebox";
import type { App, Parts } from "#http";
import { EntenteError } from "#kernel/errors";
import type { Exchange, Link } from "../http/api.ts";
import { checkLedger } from "./check-ledger.ts";
import { exchange } from "./exchange.ts";
import { readKeys } from "./keys.ts";
import { link } from "./link.ts";
import { receiptFor } from "./receipt.ts";

const idParams = Type.Object({ id: Type.String({ maxLength: 300 }) }, { additionalProperties: false });
const logQuery = Type.Object({ log: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false });

/** What people see of the link to the ally, and what they can check of it. */
export async function peersRoutes(app: App, parts: Parts): Promise<void> {
  const { database, clock, configuration } = parts;
  const keys = readKeys(parts.home);

  app.get("/api/link", async (): Promise<Link> => {
    const now = { nowMs: clock.now(), pullEveryMs: configuration.pullEveryMs };
    return (await link(database.objects, now)) ?? notPaired();
  });

  app.get("/api/exchange", async (): Promise<Exchange> => (await exchange(database.objects, keys)) ?? notPaired());

  /** Changes nothing; POST because it is work that a link must not start. */
  app.post("/api/exchange/verify", async () => checkLedger(database.objects));

  app.get(
    "/api/objects/:id/receipt",
    { schema: { params: idParams, querystring: logQuery } },
    async ({ params: { id }, query: { log } }, reply) => {
      const receipt = await receiptFor({ ...parts, keys }, { id, log });
      const name = `receipt-${id.replaceAll(/[^0-9a-z-]/g, "")}.json`;
      return reply
        .type("application/json; charset=utf-8")
        .header("content-disposition", `attachment; filename="${name}"`)
        .send(receipt);
    },
  );
}

function notPaired(): never {
  throw new EntenteError({
    code: "not-found",
    message: "This node is not paired yet.",
    remedy: "An operator pairs it: entente pair --home DIR CARD.",
  });
}
