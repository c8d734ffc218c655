import type { Objects } from "#objects";
import type { Person } from "#release";

/** Who gave an own act: the person of the decision that released it, with the function that they had then. */
export async function personOfAct(db: Objects, actId: string): Promise<Person> {
  const row = await db
    .selectFrom("decision_objects")
    .innerJoin("decisions", "decisions.decision", "decision_objects.decision")
    .select(["decisions.first_person", "decisions.first_function"])
    .where("decision_objects.id", "=", actId)
    .orderBy("decisions.first_at")
    .executeTakeFirst();
  if (!row) throw new Error(`the act ${actId} was written without a decision`);
  return { id: row.first_person, function: row.first_function };
}
