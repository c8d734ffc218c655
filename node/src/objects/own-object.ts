import {
  type EntenteType,
  ententeExtensions,
  microsecondsOf,
  millisecondTimestamp,
  TLP_MARKING,
  type TlpLevel,
} from "@entente/stix";
import type { Kysely } from "kysely";
import type { CommandContext, ObjectsTables } from "#database";
import { EntenteError } from "#kernel/errors";
import { admitInto } from "./admit-objects.ts";
import { OWN } from "./origin.ts";
import { type ReadObject, readOwnObject } from "./read-object.ts";
import { ownParty } from "./settings.ts";
import { headOf, objectOf } from "./store.ts";

type Properties = { readonly [name: string]: unknown };

/**
 * Writes a new object of a type of ours, as own people make it: random id, own party, own times, its label as a
 * marking. @returns the object as stored
 */
export async function writeOwnObject(
  tx: Kysely<ObjectsTables>,
  {
    type,
    label,
    author,
    properties,
  }: { type: EntenteType; label: TlpLevel; author: string | null; properties: Properties },
  context: CommandContext,
): Promise<ReadObject> {
  const now = millisecondTimestamp(context.clock.now());
  const object = readOwnObject({
    type,
    spec_version: "2.1",
    id: `${type}--${context.random.uuid()}`,
    created_by_ref: (await ownParty(tx)).id,
    created: now,
    modified: now,
    object_marking_refs: [TLP_MARKING[label]],
    extensions: ententeExtensions(type),
    ...properties,
  });
  await admitInto(tx, { origin: OWN, author, objects: [{ object, assigned: [] }] }, context);
  return object;
}

/**
 * Writes a new version of an own object: the given properties replace its own (undefined removes one).
 * @throws EntenteError "edited-meanwhile" when `digest` is not that of the head any more
 */
export async function writeNewVersion(
  tx: Kysely<ObjectsTables>,
  { id, digest, author, properties }: { id: string; digest: string; author: string; properties: Properties },
  context: CommandContext,
): Promise<ReadObject> {
  const head = await headOf(tx, id);
  if (!head || head.origin !== OWN) {
    throw new EntenteError({ code: "not-allowed", message: "Only an object of our own people can be edited here." });
  }
  if (head.digest !== digest) {
    throw new EntenteError({
      code: "edited-meanwhile",
      message: "Somebody saved another version in the meantime.",
      remedy: "Load it, and enter your change again; your text is still in the form.",
    });
  }
  const { id: _id, type: _type, created: _created, created_by_ref: _author, ...changes } = properties;
  const modified = Math.max(context.clock.now(), Math.floor((head.micros ?? 0) / 1000) + 1);
  const object = readOwnObject({ ...objectOf(head), ...changes, modified: millisecondTimestamp(modified) });
  if (object.micros !== microsecondsOf(millisecondTimestamp(modified))) throw new Error("modified was not kept");
  await admitInto(tx, { origin: OWN, author, objects: [{ object, assigned: JSON.parse(head.assigned) }] }, context);
  return object;
}
