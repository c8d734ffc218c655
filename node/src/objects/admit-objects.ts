import type { Kysely } from "kysely";
import { type CommandContext, command, type ObjectsTables } from "#database";
import { afterAdmission } from "./after-admission.ts";
import { type Admissible, recordVersions, type Stored } from "./insert-versions.ts";
import type { Origin } from "./origin.ts";
import { quarantineObject } from "./quarantine.ts";
import { levelOf, type ReadObject } from "./read-object.ts";
import { slices } from "./slices.ts";
import "./tables.ts";

export type Admission = {
  readonly origin: Origin;
  /** The person who wrote it, by random id; null for imports and peers. */
  readonly author: string | null;
  readonly objects: readonly Admissible[];
};

/**
 * added: a new version. unchanged: the same content is there already. conflict: other content under the same version
 * is refused. quarantined: its `modified` lies more than five minutes ahead.
 */
export type AdmissionOutcome = "added" | "unchanged" | "conflict" | "quarantined";
export type Admitted = { readonly id: string; readonly digest: string; readonly outcome: AdmissionOutcome };

const MAX_AHEAD_MICROS = 5 * 60 * 1_000_000;
const ANNOUNCED = 1000;

/** Stores objects of one origin (architecture.md, "store"); each on its own, so that one never blocks the rest. */
export const admitObjects = command("objects", "admitObjects", (tx, admission: Admission, context) =>
  admitInto(tx, admission, context),
);

/** The same inside another room's transaction. @returns an outcome per object, in order */
export async function admitInto(
  tx: Kysely<ObjectsTables>,
  { origin, author, objects }: Admission,
  context: CommandContext,
): Promise<Admitted[]> {
  const now = context.clock.now() * 1000;
  const held = await heldVersions(tx, origin, objects);
  const fresh: Admissible[] = [];
  const tightened: Stored[] = [];
  const admitted: Admitted[] = [];
  for (const one of objects) {
    const { object, assigned } = one;
    const { id, digest, versionKey } = object;
    const key = `${id} ${versionKey}`;
    const known = held.get(key);
    if (object.micros !== null && object.micros > now + MAX_AHEAD_MICROS) {
      await quarantineObject(
        tx,
        { origin, object, assigned, reason: "version-in-the-future", admitAt: object.micros },
        context,
      );
      admitted.push({ id, digest, outcome: "quarantined" });
    } else if (!known) {
      held.set(key, { digest, assigned });
      fresh.push(one);
      admitted.push({ id, digest, outcome: "added" });
    } else if (known.digest !== digest) admitted.push({ id, digest, outcome: "conflict" });
    else {
      tightened.push(...(await tightenLabel(tx, origin, known.assigned, one)));
      admitted.push({ id, digest, outcome: "unchanged" });
    }
  }
  const added = await recordVersions(tx, { origin, author, objects: fresh }, now);
  for (const step of afterAdmission) await step(tx, { origin, added, tightened }, context);
  if (fresh.length > 0) context.changed("objects", ...fresh.slice(0, ANNOUNCED).map(({ object }) => object.id));
  return admitted;
}

type Held = { readonly digest: string; readonly assigned: readonly string[] };

async function heldVersions(
  tx: Kysely<ObjectsTables>,
  origin: Origin,
  objects: readonly Admissible[],
): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  for (const ids of slices([...new Set(objects.map(({ object }) => object.id))])) {
    const rows = await tx
      .selectFrom("versions")
      .select(["id", "version_key", "digest", "assigned"])
      .where("origin", "=", origin)
      .where("id", "in", ids)
      .execute();
    for (const { id, version_key, digest, assigned } of rows) {
      held.set(`${id} ${version_key}`, { digest, assigned: JSON.parse(assigned) as string[] });
    }
  }
  return held;
}

/** The strictest label that a source ever gave holds; loosening it is an operator's act (architecture.md). */
async function tightenLabel(
  tx: Kysely<ObjectsTables>,
  origin: Origin,
  held: readonly string[],
  { object, assigned }: Admissible,
): Promise<Stored[]> {
  const together = [...new Set([...held, ...assigned])].sort();
  if (together.length === held.length) return [];
  const rows = await tx
    .updateTable("versions")
    .set({ assigned: JSON.stringify(together), label: levelOf([...object.markings, ...together]) })
    .where("origin", "=", origin)
    .where("id", "=", object.id)
    .where("version_key", "=", object.versionKey)
    .returning("version_id")
    .execute();
  return rows.map(({ version_id }) => ({ object, assigned: together, versionId: version_id }));
}
