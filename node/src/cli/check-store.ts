import { digestOf, parseJson, referencesOf } from "@entente/stix";
import type { Objects, Version } from "#objects";
import "#release";
import { searchProblems } from "#search";

export type StoreCheck = { readonly versions: number; readonly problems: readonly string[] };

const AT_ONCE = 500;

/** Computes again what the store says of every version: digest, references, head; and what each view row shows. */
export async function checkStore(db: Objects): Promise<StoreCheck> {
  const problems: string[] = [];
  let versions = 0;
  for (let last = 0; ; ) {
    const rows: Version[] = await db
      .selectFrom("versions")
      .selectAll()
      .where("version_id", ">", last)
      .orderBy("version_id")
      .limit(AT_ONCE)
      .execute();
    if (rows.length === 0) break;
    last = rows.at(-1)?.version_id ?? last;
    versions += rows.length;
    problems.push(...(await wrongIn(db, rows)));
  }
  problems.push(...(await wrongRows(db)), ...(await searchProblems(db)));
  return { versions, problems };
}

async function wrongIn(db: Objects, rows: readonly Version[]): Promise<string[]> {
  const kept = new Map<number, Set<string>>();
  const references = await db
    .selectFrom("object_references")
    .selectAll()
    .where("version_id", ">=", rows[0]?.version_id ?? 0)
    .where("version_id", "<=", rows.at(-1)?.version_id ?? 0)
    .execute();
  for (const { version_id, path, target } of references) {
    const known = kept.get(version_id) ?? new Set();
    kept.set(version_id, known.add(`${path} ${target}`));
  }
  return rows.flatMap((row) => {
    const object = parseJson(row.bytes) as object;
    const expected = new Set(referencesOf(object).map(({ path, id }) => `${path} ${id}`));
    const found = kept.get(row.version_id) ?? new Set();
    const sameReferences = expected.size === found.size && [...expected].every((one) => found.has(one));
    return [
      ...(digestOf(object) === row.digest ? [] : [`version ${row.version_id} (${row.id}): its digest is wrong`]),
      ...(sameReferences ? [] : [`version ${row.version_id} (${row.id}): its references are wrong`]),
    ];
  });
}

/** Every view row shows a stored version of that content, and every id has a head. */
async function wrongRows(db: Objects): Promise<string[]> {
  const rows = await db
    .selectFrom("views")
    .leftJoin("versions", "versions.version_id", "views.version_id")
    .select(["views.party", "views.sequence", "views.digest", "versions.digest as stored"])
    .execute();
  const wrong = rows
    .filter(({ digest, stored }) => digest !== stored)
    .map(({ party, sequence }) => `row ${sequence} of the view of ${party}: shows another content`);
  const headless = await db
    .selectFrom("versions")
    .leftJoin("heads", "heads.id", "versions.id")
    .select("versions.id")
    .where("heads.id", "is", null)
    .execute();
  return [...wrong, ...headless.map(({ id }) => `${id}: has no head`)];
}
