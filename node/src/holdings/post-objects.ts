import { setImmediate } from "node:timers/promises";
import { isIdentifier, isTimestamp, type ObjectSlice, parseJson, type TlpLevel } from "@entente/stix";
import type { PostedObject, PostStatus } from "@entente/taxii";
import { command } from "#database";
import type { Parts } from "#http";
import { EntenteError } from "#kernel/errors";
import {
  type Admitted,
  admitInto,
  assignedMarkings,
  fromSource,
  type Objects,
  type Origin,
  type ReadObject,
  readObject,
  slices,
} from "#objects";
import { filedLevels, storedMarkings } from "./filed-level.ts";
import { holdsUpTo, type Tool } from "./model.ts";
import { openRows } from "./rows.ts";

const AT_ONCE = 100;
const KEPT_MICROS = 7 * 86_400 * 1_000_000;

/**
 * Takes in what a tool posts, as its token's source and under its token's label, each object by itself. What is called a
 * success is on disk; after a crash in between the tool posts again, and what was there already is a success.
 */
export async function postObjects(
  { database, clock }: Pick<Parts, "database" | "clock">,
  { name, writesAs }: Tool,
  collection: TlpLevel,
  posted: readonly ObjectSlice[],
): Promise<PostStatus> {
  if (!writesAs) throw new Error("a token with the right to write has a source and a label");
  const requestMicros = clock.now() * 1000;
  const origin = fromSource(writesAs.source);
  const assigned = assignedMarkings(writesAs.label);
  const objects: PostedObject[] = [];
  for (const some of slices(posted, AT_ONCE)) {
    const read = some.map(readPosted);
    const good = read.filter((one) => "digest" in one);
    const admitted = await database.write(admitPosted, { collection, origin, assigned, objects: good });
    const outcomes = admitted.values();
    for (const one of read) objects.push("digest" in one ? judged(one, outcomes.next().value) : one);
    // What is on this thread meanwhile (people, the ally) goes first.
    await setImmediate();
  }
  const id = await database.write(recordPost, { token: name, at: requestMicros, objects });
  return { id, requestMicros, objects };
}

/** The status of what this very tool posted in the last seven days. */
export async function postStatus(db: Objects, { name }: Tool, id: string): Promise<PostStatus | undefined> {
  const row = await db
    .selectFrom("posts")
    .selectAll()
    .where("post", "=", id)
    .where("token", "=", name)
    .executeTakeFirst();
  return row && { id, requestMicros: row.at, objects: JSON.parse(row.objects) as PostedObject[] };
}

function readPosted({ bytes, index }: ObjectSlice): ReadObject | PostedObject {
  try {
    // A copy: the writer's thread gets these bytes alone, not the whole body with each of them.
    return readObject(Uint8Array.from(bytes));
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    const faults = error.faults.slice(0, 5).map(({ path, message }) => `${path}: ${message}`);
    const message = `objects[${index}] is not valid: ${faults.join("; ") || error.message}`;
    return { outcome: "failure", ...namedBy(bytes), message };
  }
}

/** What a refused object calls itself, as far as it can be read, so that its sender finds it. */
function namedBy(bytes: Uint8Array): Pick<PostedObject, "id" | "version"> {
  try {
    const { id, modified } = parseJson(bytes) as { id?: unknown; modified?: unknown };
    return {
      ...(typeof id === "string" && isIdentifier(id) ? { id } : {}),
      ...(typeof modified === "string" && isTimestamp(modified) ? { version: modified } : {}),
    };
  } catch {
    return {};
  }
}

const CONFLICT = "Another content was handed in under the same version by this source before; the first stays.";
const AHEAD = "Its version lies more than five minutes ahead; it waits in quarantine.";

/** The same answer whether or not the id is held here from somebody else (R13). */
function judged({ id, modified }: ReadObject, admitted: Admitted | undefined): PostedObject {
  const named = { id, version: modified };
  if (admitted?.outcome === "conflict") return { outcome: "failure", ...named, message: CONFLICT };
  if (admitted?.outcome === "quarantined") return { outcome: "failure", ...named, message: AHEAD };
  return { outcome: "success", ...named };
}

type Posted = {
  readonly collection: TlpLevel;
  readonly origin: Origin;
  readonly assigned: readonly string[];
  readonly objects: readonly ReadObject[];
};

/** Admits; and what was there already but had been deleted from this collection comes in again, as a new row. */
export const admitPosted = command(
  "objects",
  "admitPosted",
  async (tx, { collection, origin, assigned, objects }: Posted, context): Promise<Admitted[]> => {
    const all = objects.map((object) => ({ object, assigned }));
    const admitted = await admitInto(tx, { origin, author: null, objects: all }, context);
    const unchanged = objects.filter((_object, index) => admitted[index]?.outcome === "unchanged");
    const held = await heldVersions(tx, origin, unchanged);
    const levels = await filedLevels(tx, await storedMarkings(tx, held));
    const versionIds = held.filter((id) => holdsUpTo(collection, levels.get(id) ?? "red"));
    await openRows(tx, { collection, versionIds, unless: "open" }, context.clock.now() * 1000);
    return admitted;
  },
);

async function heldVersions(tx: Objects, origin: Origin, objects: readonly ReadObject[]): Promise<number[]> {
  if (objects.length === 0) return [];
  const keys = new Set(objects.map(({ id, versionKey }) => `${id} ${versionKey}`));
  const ids = [...new Set(objects.map(({ id }) => id))];
  const rows = await tx
    .selectFrom("versions")
    .select(["version_id", "id", "version_key"])
    .where("origin", "=", origin)
    .where("id", "in", ids)
    .execute();
  return rows.filter(({ id, version_key }) => keys.has(`${id} ${version_key}`)).map(({ version_id }) => version_id);
}

type Post = { readonly token: string; readonly at: number; readonly objects: readonly PostedObject[] };

export const recordPost = command("objects", "recordPost", async (tx, { token, at, objects }: Post, context) => {
  await tx
    .deleteFrom("posts")
    .where("at", "<", at - KEPT_MICROS)
    .execute();
  const post = context.random.uuid();
  await tx
    .insertInto("posts")
    .values({ post, token, at, objects: JSON.stringify(objects) })
    .execute();
  return post;
});
