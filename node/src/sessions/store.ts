import { EntenteError } from "#kernel/errors";
import { headOf, headsOfType, headsReferringTo, type Objects, objectOf, type Version } from "#objects";
import type { Held, ObjectsByType } from "./model.ts";

type TypeName = keyof ObjectsByType;

/** An object by its id; undefined when nothing of this type is held under it. */
export async function held<T extends TypeName>(
  db: Objects,
  type: T,
  id: string | undefined,
): Promise<Held<ObjectsByType[T]> | undefined> {
  const version = id === undefined ? undefined : await headOf(db, id);
  return version?.type === type ? heldOf(version) : undefined;
}

/** The same, where a person named it. @throws EntenteError "object-unknown" */
export async function heldOrRefused<T extends TypeName>(
  db: Objects,
  type: T,
  id: string,
): Promise<Held<ObjectsByType[T]>> {
  const found = await held(db, type, id);
  if (found) return found;
  const what = type.replace("entente-", "").replace("-", " ");
  throw new EntenteError({
    code: "object-unknown",
    message: `There is no ${what} of this id here.`,
    remedy: "Choose one from the list of sessions.",
  });
}

/** All objects of a type that name `target` in a property, in the order in which they were made. */
export async function heldNaming<T extends TypeName>(
  db: Objects,
  type: T,
  property: string,
  target: string,
): Promise<Held<ObjectsByType[T]>[]> {
  const found = await headsReferringTo(db, target, type);
  // `$.outcome_refs[2]` is a place in the property `outcome_refs`.
  const naming = found.filter(({ path }) => path.replace(/\[\d+\]$/, "") === `$.${property}`);
  return naming.map((version) => heldOf<ObjectsByType[T]>(version)).sort((a, b) => byCreation(a.object, b.object));
}

/** All objects of a type, in the order in which they were made. */
export async function allHeld<T extends TypeName>(db: Objects, type: T): Promise<Held<ObjectsByType[T]>[]> {
  return (await headsOfType(db, type))
    .map((version) => heldOf<ObjectsByType[T]>(version))
    .sort((a, b) => byCreation(a.object, b.object));
}

function heldOf<T>(version: Version): Held<T> {
  return { version, object: objectOf<T>(version) };
}

/** By what the objects say, not by when they arrived: both nodes number and order alike. */
export function byCreation(a: Made, b: Made): number {
  return Date.parse(a.created) - Date.parse(b.created) || (a.id < b.id ? -1 : 1);
}

type Made = { readonly id: string; readonly created: string };
