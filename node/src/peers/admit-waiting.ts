import { type CommandContext, command } from "#database";
import { admitInto, fromPeer, type Objects, type Origin, quarantineObject, readObject } from "#objects";
import "./tables.ts";

const AT_ONCE = 200;

/**
 * Admits what waited in quarantine and may be admitted now: its time has come, or the ally's log has come to prove it.
 * @returns how many left quarantine
 */
export const admitWaiting = command("objects", "admitWaiting", async (tx, _input: null, context): Promise<number> => {
  const ready = await readyInQuarantine(tx, context.clock.now() * 1000);
  for (const waiting of ready) await admitOne(tx, waiting, context);
  return ready.length;
});

type Waiting = { quarantine_id: number; origin: string; bytes: Uint8Array; labels: string };

/** What may leave quarantine, oldest first: asked before the command is sent, and again inside it. */
export async function readyInQuarantine(db: Objects, nowMicros: number): Promise<Waiting[]> {
  const due = await db
    .selectFrom("quarantine")
    .select(["quarantine_id", "origin", "bytes", "assigned as labels"])
    .where("reason", "=", "version-in-the-future")
    .where("admit_at", "<=", nowMicros)
    .orderBy("quarantine_id")
    .limit(AT_ONCE)
    .execute();
  const proven = await db
    .selectFrom("quarantine")
    .innerJoin("peer_openings", (join) =>
      join.onRef("peer_openings.id", "=", "quarantine.id").onRef("peer_openings.digest", "=", "quarantine.digest"),
    )
    .select(["quarantine_id", "quarantine.origin", "bytes", "peer_openings.labels", "peer_openings.party"])
    .where("reason", "=", "unproven")
    .orderBy("quarantine_id")
    .limit(AT_ONCE)
    .execute();
  return [...due, ...proven.filter(({ origin, party }) => origin === fromPeer(party))];
}

async function admitOne(tx: Objects, { quarantine_id, origin, bytes, labels }: Waiting, context: CommandContext) {
  // Removed first: what may still not be admitted is put there anew, with its present reason.
  await tx.deleteFrom("quarantine").where("quarantine_id", "=", quarantine_id).execute();
  const one = { object: readObject(bytes), assigned: JSON.parse(labels) as string[] };
  const from = origin as Origin;
  const [admitted] = await admitInto(tx, { origin: from, author: null, objects: [one] }, context);
  if (admitted?.outcome === "conflict") {
    await quarantineObject(tx, { origin: from, ...one, reason: "version-conflict", admitAt: null }, context);
  }
  context.changed("exchange", origin);
}
