import type { Kysely } from "kysely";
import type { ObjectsTables } from "#database";
import { EntenteError } from "#kernel/errors";
import "./tables.ts";

/** The party that this node belongs to: a STIX identity, with the short name that people see. */
export type OwnParty = { readonly id: string; readonly short: string };

/** What `entente init` fixed for this node. */
export type Setting = "own-party" | "import-namespace";

export async function setting(db: Kysely<ObjectsTables>, name: Setting): Promise<string> {
  const row = await db.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst();
  if (!row) {
    throw new EntenteError({
      code: "home-missing",
      message: `The data folder has no setting "${name}".`,
      remedy: "Run `entente init` first.",
    });
  }
  return row.value;
}

export async function ownParty(db: Kysely<ObjectsTables>): Promise<OwnParty> {
  return JSON.parse(await setting(db, "own-party")) as OwnParty;
}
