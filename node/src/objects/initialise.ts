import { millisecondTimestamp, TLP_MARKING } from "@entente/stix";
import { command } from "#database";
import { EntenteError } from "#kernel/errors";
import { admitInto } from "./admit-objects.ts";
import { OWN } from "./origin.ts";
import { readOwnObject } from "./read-object.ts";
import type { OwnParty } from "./settings.ts";

export type Initial = {
  readonly short: string;
  /** The own party as a STIX identity; without id, times and marking, they are made. */
  readonly identity: { readonly name: string; readonly [property: string]: unknown };
};

/** Fixes who this node belongs to, and the secret namespace in which imports mint ids (architecture.md). */
export const initialise = command(
  "objects",
  "initialise",
  async (tx, { short, identity }: Initial, context): Promise<OwnParty> => {
    const done = await tx.selectFrom("settings").select("name").executeTakeFirst();
    if (done)
      throw new EntenteError({ code: "home-not-empty", message: "This data folder belongs to a node already." });
    const now = millisecondTimestamp(context.clock.now());
    const object = readOwnObject({
      type: "identity",
      spec_version: "2.1",
      id: `identity--${context.random.uuid()}`,
      created: now,
      modified: now,
      identity_class: "organization",
      // Whoever sees anything of a party sees who it is.
      object_marking_refs: [TLP_MARKING.clear],
      ...identity,
    });
    await admitInto(tx, { origin: OWN, author: null, objects: [{ object, assigned: [] }] }, context);
    const party: OwnParty = { id: object.id, short };
    const settings = { "own-party": JSON.stringify(party), "import-namespace": context.random.uuid() };
    for (const [name, value] of Object.entries(settings))
      await tx.insertInto("settings").values({ name, value }).execute();
    return party;
  },
);
