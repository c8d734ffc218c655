import { command } from "#database";
import { EntenteError } from "#kernel/errors";
import type { Objects } from "#objects";
import type { Person } from "./record-decision.ts";
import type { DecisionState } from "./tables.ts";

export type Approval = { readonly decision: string; readonly second: Person };

/** R6: the second person decides. Whoever may not, and an edit in between, is refused with the reason. */
export const approveDecision = command(
  "objects",
  "approveDecision",
  async (tx, { decision, second }: Approval, context): Promise<{ state: DecisionState }> => {
    const row = await decisionRow(tx, decision);
    const isOpen = row.state === "waits-for-second-person";
    if (row.state === "void" || (isOpen && (await isEdited(tx, decision)))) {
      // Kept beyond the refusal, so that nobody approves it later: hence no exception inside this transaction.
      await tx.updateTable("decisions").set({ state: "void" }).where("decision", "=", decision).execute();
      context.changed("releases", decision);
      return { state: "void" };
    }
    const refusal = await whySecondIsRefused(tx, row, second.id, context.clock.now() * 1000);
    if (refusal) throw secondRefused(refusal);
    await tx
      .updateTable("decisions")
      .set({
        state: "running",
        second_person: second.id,
        second_function: second.function,
        second_at: context.clock.now() * 1000,
      })
      .where("decision", "=", decision)
      .execute();
    context.changed("releases", decision);
    return { state: "running" };
  },
);

export async function decisionRow(db: Objects, decision: string) {
  const row = await db.selectFrom("decisions").selectAll().where("decision", "=", decision).executeTakeFirst();
  if (!row) throw new EntenteError({ code: "decision-unknown", message: "There is no decision of this id here." });
  return row;
}

export type SecondRefusal = "not-waiting" | "same-person" | "author" | "expired";

/** Why a person may not be the second one; undefined when they may. */
export async function whySecondIsRefused(
  db: Objects,
  row: { decision: string; state: string; first_person: string; expires: number },
  person: string,
  nowMicros: number,
): Promise<SecondRefusal | undefined> {
  if (row.state !== "waits-for-second-person") return "not-waiting";
  if (row.expires < nowMicros) return "expired";
  if (row.first_person === person) return "same-person";
  const own = await db
    .selectFrom("decision_objects")
    .innerJoin("versions", "versions.version_id", "decision_objects.version_id")
    .select("decision_objects.id")
    .where("decision_objects.decision", "=", row.decision)
    .where("versions.author", "=", person)
    .executeTakeFirst();
  return own ? "author" : undefined;
}

/** An edit voids a decision (R6): its objects must still be the heads that the first person saw. */
async function isEdited(db: Objects, decision: string): Promise<boolean> {
  const edited = await db
    .selectFrom("decision_objects")
    .innerJoin("heads", "heads.id", "decision_objects.id")
    .select("decision_objects.id")
    .where("decision_objects.decision", "=", decision)
    .whereRef("heads.version_id", "!=", "decision_objects.version_id")
    .executeTakeFirst();
  return edited !== undefined;
}

const REFUSALS: Record<SecondRefusal, { message: string; remedy: string }> = {
  "not-waiting": { message: "This decision does not wait for a second person.", remedy: "Look at its state." },
  expired: { message: "This decision has expired.", remedy: "Decide again." },
  "same-person": {
    message: "The first person cannot be the second one too.",
    remedy: "Another releasing officer has to approve.",
  },
  author: {
    message: "The author of one of these objects cannot be the second person.",
    remedy: "A releasing officer who wrote none of them has to approve.",
  },
};

function secondRefused(refusal: SecondRefusal): EntenteError {
  const path = "$.person";
  return new EntenteError({
    code: "second-person-refused",
    ...REFUSALS[refusal],
    faults: [{ path, message: refusal }],
  });
}

/** Turned into the refusal that the person sees, once the void state is on disk. */
export function decisionVoid(): EntenteError {
  return new EntenteError({
    code: "decision-void",
    message: "An object of this decision was edited after the first person decided, so the decision is void.",
    remedy: "Look at the new version, and decide again.",
  });
}
