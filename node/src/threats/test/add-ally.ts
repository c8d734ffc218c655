import { command } from "#database";
import { addParty } from "#release";

/** An ally without its link: what it released is admitted as from it, what goes to it stands in its view. */
export const addAlly = command("objects", "addAlly", (tx, party: Parameters<typeof addParty>[1]) =>
  addParty(tx, party),
);
