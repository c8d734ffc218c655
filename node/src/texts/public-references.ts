import { headsOf, type Objects } from "#objects";
import { evaluate, openRows, PUBLIC, type Rule } from "#release";
import type { JointText } from "./model.ts";

/**
 * An accord names its session and both parties, and the public must come to know them with it (R8). Asked before the
 * instant is signed: afterwards there would be an agreed publication that cannot happen.
 */
export async function whyNotForPublic(
  db: Objects,
  rules: readonly Rule[],
  { frame, own, other }: JointText,
): Promise<"session-not-for-the-public" | null> {
  const named = [frame.sessionId, own, ...(other === null ? [] : [other])];
  const held = await headsOf(db, named);
  const { judgements } = await evaluate(db, rules, { party: PUBLIC, ids: named });
  const permitted = new Set(
    judgements.filter(({ answer }) => answer === "permit").map(({ candidate }) => candidate.id),
  );
  const shown = await db
    .with("open", () => openRows(db, PUBLIC, Number.MAX_SAFE_INTEGER).select("views.id"))
    .selectFrom("open")
    .select("open.id")
    .where("open.id", "in", named)
    .execute();
  for (const { id } of shown) permitted.add(id);
  return held.length === named.length && named.every((id) => permitted.has(id)) ? null : "session-not-for-the-public";
}
