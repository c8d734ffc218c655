import type { Kysely } from "kysely";
import type { CommandContext, ObjectsTables } from "#database";
import type { Origin } from "./origin.ts";
import type { ReadObject } from "./read-object.ts";
import "./tables.ts";

export type Quarantined = {
  readonly origin: Origin;
  readonly object: ReadObject;
  readonly assigned: readonly string[];
  readonly reason: string;
  /** Microseconds: when it is admitted by itself; null when that takes something else. */
  readonly admitAt: number | null;
};

/** Keeps an object that may not be admitted yet, once per content. */
export async function quarantineObject(
  tx: Kysely<ObjectsTables>,
  { origin, object, assigned, reason, admitAt }: Quarantined,
  context: CommandContext,
): Promise<void> {
  await tx
    .insertInto("quarantine")
    .values({
      origin,
      id: object.id,
      digest: object.digest,
      bytes: object.bytes,
      assigned: JSON.stringify(assigned),
      reason,
      admit_at: admitAt,
      received_at: context.clock.now() * 1000,
    })
    .onConflict((conflict) => conflict.columns(["origin", "id", "digest"]).doUpdateSet({ reason }))
    .execute();
  context.changed("exchange", object.id);
}
