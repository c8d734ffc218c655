import type { Objects } from "#objects";
import "./tables.ts";

/** What is wrong with what can be found: a head that cannot, or anything else that can. */
export async function searchProblems(db: Objects): Promise<string[]> {
  const missing = await db
    .selectFrom("heads")
    .leftJoin("searchable", "searchable.version_id", "heads.version_id")
    .leftJoin("search_waiting", "search_waiting.version_id", "heads.version_id")
    .select("heads.id")
    .where("searchable.version_id", "is", null)
    .where("search_waiting.version_id", "is", null)
    .execute();
  const outdated = await db
    .selectFrom("searchable")
    .leftJoin("heads", (join) =>
      join.onRef("heads.id", "=", "searchable.id").onRef("heads.version_id", "=", "searchable.version_id"),
    )
    .select("searchable.id")
    .where("heads.id", "is", null)
    .execute();
  return [
    ...missing.map(({ id }) => `${id}: the search does not find it`),
    ...outdated.map(({ id }) => `${id}: the search finds a version that is not its head`),
  ];
}
