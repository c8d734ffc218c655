import type { JsonObject } from "@entente/stix";
import type { Kysely } from "kysely";
import { command, type ObjectsTables } from "#database";
import { type AfterAdmission, objectOf, slices, type Version } from "#objects";
import { tiedActors } from "./actors.ts";
import { addressRange } from "./addresses.ts";
import { facetTokens, yearOf } from "./filters.ts";
import { type ObjectText, textOfObject } from "./object-text.ts";
import type { SearchRow as Row, ValueKind } from "./tables.ts";
import { type WordRow, wordsOf } from "./word-index.ts";
import { folded, indexedTokens } from "./words.ts";

type Tx = Kysely<ObjectsTables>;

type Indexed = { readonly row: Row; readonly object: JsonObject; readonly text: ObjectText };

const AT_ONCE = 250;
/** Of one property's words as many are found; the rest of a book in one field is not. */
const MOST_TOKENS = 50_000;
const LONGEST_VALUE = 200;

/** Makes what was just admitted searchable, in the same transaction; of each id its head alone. */
export const indexAdmitted: AfterAdmission = async (tx, { added, tightened }) => {
  const ids = [...tightened, ...added].map(({ versionId }) => versionId);
  for (const some of slices(ids, AT_ONCE)) await indexVersions(tx, some);
};

/** The next of what was held before there was a search. @returns how many still wait */
export const indexWaiting = command("objects", "indexWaiting", async (tx, _: null): Promise<number> => {
  const waiting = tx.selectFrom("search_waiting").select("version_id").orderBy("version_id").limit(AT_ONCE);
  const ids = (await waiting.execute()).map(({ version_id }) => version_id);
  if (ids.length === 0) return 0;
  await indexVersions(tx, ids);
  await tx.deleteFrom("search_waiting").where("version_id", "in", ids).execute();
  const { left } = await tx
    .selectFrom("search_waiting")
    .select(({ fn }) => fn.countAll<number>().as("left"))
    .executeTakeFirstOrThrow();
  return left;
});

async function indexVersions(tx: Tx, versionIds: readonly number[]): Promise<void> {
  const heads = await headsAmong(tx, versionIds);
  if (heads.length === 0) return;
  await removeFromSearch(
    tx,
    await searchableOf(
      tx,
      heads.map(({ id }) => id),
    ),
  );
  const rows = heads.map(newlyIndexed);
  await insertRows(tx, rows);
  await insertValues(tx, rows);
  await insertAddresses(
    tx,
    heads.map(({ version_id }) => version_id),
  );
  await insertActors(tx, rows);
}

function headsAmong(tx: Tx, versionIds: readonly number[]): Promise<Version[]> {
  return tx
    .selectFrom("versions")
    .innerJoin("heads", (join) =>
      join.onRef("heads.id", "=", "versions.id").onRef("heads.version_id", "=", "versions.version_id"),
    )
    .selectAll("versions")
    .where("versions.version_id", "in", versionIds)
    .orderBy("versions.version_id")
    .execute();
}

function newlyIndexed({ version_id, id, type, origin, label, micros, admitted_at, bytes }: Version): Indexed {
  const object = objectOf<JsonObject>({ bytes });
  const text = textOfObject(object);
  const at = micros ?? admitted_at;
  const sizes = { name_size: sizeOf(text.names), size: sizeOf([...text.names, ...text.texts, ...text.rest]) };
  const row = { version_id, id, type, origin, label: label ?? "none", year: yearOf(at), at, ...sizes };
  return { row, object, text };
}

const sizeOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);

/** What is searchable under some ids now, with the object that its words came from. */
async function searchableOf(tx: Tx, ids: readonly string[]): Promise<Indexed[]> {
  const rows = await tx
    .selectFrom("versions")
    .innerJoin("searchable", "searchable.version_id", "versions.version_id")
    .selectAll("searchable")
    .select("versions.bytes")
    .where("versions.id", "in", ids)
    .execute();
  return rows.map(({ bytes, ...row }) => {
    const object = objectOf<JsonObject>({ bytes });
    return { row, object, text: textOfObject(object) };
  });
}

/**
 * Takes versions out of the search with every word of theirs: the index is contentless, so its words are computed again
 * and taken out one by one; then none of them is left in the file (stack.md 3). What else was written for a version
 * follows from it in the same way, and is found by its own key.
 */
async function removeFromSearch(tx: Tx, all: readonly Indexed[]): Promise<void> {
  if (all.length === 0) return;
  await wordsOf(tx).remove(tx, all.map(wordRowOf));
  const ids = all.map(({ row }) => row.version_id);
  for (const { first, last, version_id } of await addressesOf(tx, ids)) {
    const deleted = tx.deleteFrom("search_addresses").where("first", "=", first).where("last", "=", last);
    await deleted.where("version_id", "=", version_id).execute();
  }
  for (const { value, version_id } of all.flatMap(valuesOf)) {
    const deleted = tx.deleteFrom("search_values").where("value", "=", value);
    await deleted.where("version_id", "=", version_id).execute();
  }
  for (const { object, actor, version_id } of all.flatMap(tiesOf)) {
    const deleted = tx.deleteFrom("search_actors").where("object", "=", object).where("actor", "=", actor);
    await deleted.where("version_id", "=", version_id).execute();
  }
  await tx.deleteFrom("searchable").where("version_id", "in", ids).execute();
}

function wordRowOf({ row, text: { names, aliases, texts, rest } }: Indexed): WordRow {
  return {
    versionId: row.version_id,
    names: columnOf([...names, ...aliases]),
    texts: columnOf(texts),
    rest: columnOf(rest),
    facets: facetTokens(row).join(" "),
  };
}

const columnOf = (texts: readonly string[]): string =>
  texts
    .flatMap((text) => indexedTokens(text))
    .slice(0, MOST_TOKENS)
    .join(" ");

async function insertRows(tx: Tx, all: readonly Indexed[]): Promise<void> {
  await tx
    .insertInto("searchable")
    .values(all.map(({ row }) => row))
    .execute();
  await wordsOf(tx).insert(tx, all.map(wordRowOf));
}

async function insertValues(tx: Tx, all: readonly Indexed[]): Promise<void> {
  for (const some of slices(all.flatMap(valuesOf))) await tx.insertInto("search_values").values(some).execute();
}

function valuesOf({ row: { version_id }, text: { names, aliases, numbers } }: Indexed) {
  const values = new Map<string, { value: string; kind: ValueKind; version_id: number }>();
  const add = (kind: ValueKind, all: readonly string[]) => {
    for (const text of all) {
      const value = exactValue(text);
      if (value !== "" && value.length <= LONGEST_VALUE && !values.has(value)) {
        values.set(value, { value, kind, version_id });
      }
    }
  };
  add("name", names);
  add("alias", aliases);
  add("number", numbers);
  return [...values.values()];
}

/** A name as it is compared whole: folded, with single blanks. */
export const exactValue = (text: string): string => folded(text).replace(/\s+/gu, " ").trim();

async function insertAddresses(tx: Tx, versionIds: readonly number[]): Promise<void> {
  for (const some of slices(await addressesOf(tx, versionIds))) {
    await tx.insertInto("search_addresses").values(some).execute();
  }
}

/** The addresses and ranges that versions name, each once. */
async function addressesOf(tx: Tx, versionIds: readonly number[]): Promise<ObjectsTables["search_addresses"][]> {
  const named = await tx
    .selectFrom("observables")
    .select(["value", "version_id"])
    .where("version_id", "in", versionIds)
    .where("type", "in", ["ipv4-addr", "ipv6-addr"])
    .execute();
  const found = new Map<string, ObjectsTables["search_addresses"]>();
  for (const { value, version_id } of named) {
    const range = addressRange(value);
    if (!range) continue;
    const { first, last } = range;
    found.set(`${first.toString("hex")} ${last.toString("hex")} ${version_id}`, { first, last, version_id });
  }
  return [...found.values()];
}

async function insertActors(tx: Tx, all: readonly Indexed[]): Promise<void> {
  for (const some of slices(all.flatMap(tiesOf))) await tx.insertInto("search_actors").values(some).execute();
}

function tiesOf({ row: { version_id, id }, object }: Indexed) {
  return tiedActors(id, object).map((tie) => ({ ...tie, version_id }));
}
