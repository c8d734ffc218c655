import type { JsonObject } from "@entente/stix";
import { EntenteError } from "#kernel/errors";
import { headOf, type Objects, type Origin, objectOf, type ReadObject, readObject, readOwnObject } from "#objects";
import type { Entry } from "./import-entry.ts";
import { indicatesOf, indicatorId, indicatorOf, type ListOrigin, timesAt } from "./list-indicator.ts";
import { type ListedValue, readList } from "./read-list.ts";

type List = {
  readonly list: ListOrigin;
  readonly origin: Origin;
  readonly bytes: Uint8Array;
  readonly about: string | undefined;
  readonly nowMs: number;
};

const AT_ONCE = 250;

/**
 * What a list makes: an indicator per value, and beside each the relationship to what the list is about. A value that
 * was there before keeps its times, so that the same list makes the same bytes.
 */
export async function* listEntries(db: Objects, { list, origin, bytes, about, nowMs }: List): AsyncGenerator<Entry> {
  if (about !== undefined && !(await headOf(db, about))) throw aboutUnknown(about);
  const { values, refused } = readList(textOf(bytes));
  for (const { line, reason } of refused) yield { at: { line }, reason };
  for (let at = 0; at < values.length; at += AT_ONCE) {
    const slice = values.slice(at, at + AT_ONCE);
    const held = await newestHeld(
      db,
      origin,
      slice.map((listed) => indicatorId(list, listed)),
    );
    for (const listed of slice) {
      const indicator = settled(list, listed, held.get(indicatorId(list, listed)), nowMs);
      yield { at: { line: listed.line }, object: indicator.object };
      if (about === undefined) continue;
      const relationship = readOwnObject(indicatesOf(list, indicator, about));
      yield { at: { line: listed.line }, object: relationship, isExtra: true };
    }
  }
}

type Settled = { readonly id: string; readonly created: string; readonly object: ReadObject };

/** The indicator as it is held when the list still says the same of it; else a first or a new version. */
function settled(list: ListOrigin, listed: ListedValue, held: Uint8Array | undefined, nowMs: number): Settled {
  const now = timesAt(nowMs);
  if (!held) {
    const indicator = indicatorOf(list, listed, now);
    return { id: indicator.id, created: now.created, object: readOwnObject(indicator) };
  }
  const before = objectOf<JsonObject>({ bytes: held });
  const [created, modified, valid_from] = [before.created, before.modified, before.valid_from].map(String);
  if (created === undefined || modified === undefined || valid_from === undefined)
    throw new Error("an indicator without times");
  const kept = readObject(held);
  const same = readOwnObject(indicatorOf(list, listed, { created, modified, valid_from }));
  const object =
    same.digest === kept.digest
      ? kept
      : readOwnObject(indicatorOf(list, listed, { created, modified: now.modified, valid_from }));
  return { id: object.id, created, object };
}

/** The newest version of each id that this origin has handed in. */
async function newestHeld(db: Objects, origin: Origin, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const rows = await db
    .selectFrom("versions")
    .select(["id", "bytes"])
    .where("origin", "=", origin)
    .where("id", "in", ids)
    .orderBy("micros")
    .execute();
  return new Map(rows.map(({ id, bytes }) => [id, bytes]));
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new EntenteError({
      code: "input-invalid",
      message: "The file is neither JSON nor text in UTF-8.",
      remedy: "Save it as UTF-8, or give a STIX bundle.",
      cause,
    });
  }
}

function aboutUnknown(about: string): EntenteError {
  return new EntenteError({
    code: "object-unknown",
    message: `What the list is about (${about.slice(0, 200)}) is not held here.`,
    remedy: "Import the reference set first, or give the id of a group or malware that is held.",
  });
}
