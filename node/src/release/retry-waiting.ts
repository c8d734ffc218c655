import { command } from "#database";
import { decisionRow } from "./approve-decision.ts";
import { evaluate } from "./evaluate.ts";
import type { Rule } from "./model.ts";
import { addObjects, waitingAmong } from "./record-decision.ts";

/**
 * R6: a decision stays open while references are missing, and is tried again when something arrived: what may go now
 * is added to it. Above GREEN the second person has not seen what is new, so such a decision waits for one again.
 */
export const retryWaiting = (rules: readonly Rule[]) =>
  command("objects", "retryWaiting", async (tx, decision: string, context): Promise<void> => {
    const row = await decisionRow(tx, decision);
    if (row.state !== "waits") return;
    if (row.expires < context.clock.now() * 1000) {
      await tx.updateTable("decisions").set({ state: "void" }).where("decision", "=", decision).execute();
      return;
    }
    const pending = JSON.parse(row.pending) as string[];
    const evaluation = await evaluate(tx, rules, { party: row.party, ids: pending });
    const { permitted, needsSecondPerson } = evaluation;
    if (permitted.length === 0) return;
    const last = await tx
      .selectFrom("decision_objects")
      .select(["position", "slice"])
      .where("decision", "=", decision)
      .orderBy("position", "desc")
      .executeTakeFirst();
    await addObjects(tx, decision, permitted, (last?.position ?? -1) + 1, (last?.slice ?? -1) + 1);
    const still = waitingAmong(evaluation, new Set(pending));
    await tx
      .updateTable("decisions")
      .set({ state: needsSecondPerson ? "waits-for-second-person" : "running", pending: JSON.stringify(still) })
      .where("decision", "=", decision)
      .execute();
    context.changed("releases", decision);
  });
