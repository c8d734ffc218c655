import { type AnyCommand, command } from "../../node/src/database/index.ts";
import { addParty, appendEntry } from "../../node/src/release/index.ts";

/** A party that may receive, without the link that a peer needs. */
export const addAlly = command("objects", "addAlly", (tx, party: Parameters<typeof addParty>[1]) =>
  addParty(tx, party),
);

/** One entry of a log by itself, as a card or a set is stated. @returns its number */
export const appendOne = command(
  "objects",
  "appendOne",
  (tx, { writer, reader, subject }: { writer: string; reader: string; subject: string }, context) =>
    appendEntry(tx, { writer, reader, kind: "set", subject }, context),
);

/** Writes, says that something changed, and then fails. */
export const failHalfway = command("objects", "failHalfway", async (tx, name: string, context) => {
  await tx.insertInto("settings").values({ name, value: "half" }).execute();
  context.changed("test", name);
  throw new Error("half way");
});

/** Reads a number, takes its time, and writes the next: what two at a time would get wrong. Asks two things at once. */
export const countOn = command("objects", "countOn", async (tx, name: string, context): Promise<number> => {
  const read = () => tx.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst();
  const [row] = await Promise.all([read(), read()]);
  await new Promise((resolve) => setTimeout(resolve, 2));
  const value = String(Number(row?.value ?? 0) + 1);
  await tx
    .insertInto("settings")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
  context.changed("test", name, value);
  return Number(value);
});

export const ACTS: readonly AnyCommand[] = [addAlly, appendOne, failHalfway, countOn];
