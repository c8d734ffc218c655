import type { TlpLevel } from "@entente/stix";
import { command } from "#database";
import type { Objects } from "#objects";
import { PUBLIC } from "./model.ts";
import "./tables.ts";

/** Lets a party receive, up to a ceiling: a peer when it is paired, PUBLIC when the node is made (R4, R12). */
export async function addParty(
  tx: Objects,
  { party, short, ceiling }: { party: string; short: string; ceiling: TlpLevel },
): Promise<void> {
  await tx
    .insertInto("parties")
    .values({ party, short, ceiling })
    .onConflict((conflict) => conflict.column("party").doUpdateSet({ short, ceiling }))
    .execute();
}

/** PUBLIC is a party from the start: TLP:CLEAR, and two persons whatever the label (R12). */
export const addPublic = command("objects", "addPublic", (tx, _input: null) =>
  addParty(tx, { party: PUBLIC, short: PUBLIC, ceiling: "clear" }),
);

/** The parties that may receive, PUBLIC among them, by their short names. */
export function parties(db: Objects) {
  return db.selectFrom("parties").selectAll().orderBy("short").execute();
}

/** The peers, without PUBLIC. */
export function peerParties(db: Objects) {
  return db.selectFrom("parties").selectAll().where("party", "!=", PUBLIC).orderBy("short").execute();
}
