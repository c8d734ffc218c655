import { type TObject, Type } from "typebox";
import { attackProperties, attackTypes } from "./attack.ts";
import { actors } from "./domain/actors.ts";
import { assessments } from "./domain/assessments.ts";
import { means } from "./domain/means.ts";
import { followThroughTypes } from "./entente/follow-through.ts";
import { jointTextTypes } from "./entente/joint-texts.ts";
import { paperTypes } from "./entente/papers.ts";
import { sessionTypes } from "./entente/sessions.ts";
import { metaObjects } from "./meta.ts";
import type { ObjectType } from "./object-type.ts";
import { fileObservables } from "./observables/files.ts";
import { hostObservables } from "./observables/hosts.ts";
import { messageObservables } from "./observables/messages.ts";
import { networkObservables } from "./observables/network.ts";
import { relationships } from "./relationships.ts";

const TYPES: readonly ObjectType[] = [
  ...actors,
  ...assessments,
  ...means,
  ...relationships,
  ...fileObservables,
  ...hostObservables,
  ...messageObservables,
  ...networkObservables,
  ...metaObjects,
  ...attackTypes,
  ...sessionTypes,
  ...paperTypes,
  ...followThroughTypes,
  ...jointTextTypes,
];

const BY_NAME = new Map(TYPES.map((objectType) => [objectType.type, objectType]));

/** The names of all types that this package knows. */
export const KNOWN_TYPES: readonly string[] = [...BY_NAME.keys()];

/** The description of a known type, undefined for any other. */
export function objectType(type: string): ObjectType | undefined {
  return BY_NAME.get(type);
}

/**
 * The JSON schema of a known type, registered properties and extensions included: the one source of validation and of
 * the API's documentation. A property that the schema does not name is valid, and unknown.
 */
export function schemaOf(known: ObjectType): TObject {
  const extensions = Object.fromEntries(
    Object.entries(known.extensions).map(([name, schema]) => [name, Type.Optional(schema)]),
  );
  const properties = {
    ...known.properties,
    ...attackProperties[known.type],
    extensions: Type.Optional(
      Type.Object(extensions, {
        section: "STIX 7.3",
        additionalProperties: Type.Object({}),
      }),
    ),
  };
  return Type.Object(properties, { section: known.section });
}
