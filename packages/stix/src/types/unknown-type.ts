import { Type } from "typebox";
import type { JsonObject } from "../json.ts";
import { domainObject, markingObject, type ObjectType, observableObject } from "./object-type.ts";

const TYPE_NAME = Type.String({
  pattern: "^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$",
  minLength: 3,
  maxLength: 250,
  section: "STIX 3.1",
});
const ANY_ID = Type.String({
  pattern: "^[a-z][a-z0-9-]*--[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
  section: "STIX 2.9",
});

/**
 * How an object of an unknown type is judged: by the common properties alone. Whether it is versioned or an observable
 * shows in its timestamps, since nothing else in it is understood.
 */
export function unknownType(object: JsonObject): ObjectType {
  if (object.modified !== undefined) return UNKNOWN_VERSIONED;
  return object.created === undefined ? UNKNOWN_OBSERVABLE : UNKNOWN_DEFINITION;
}

const UNKNOWN_VERSIONED = ofAnyType(domainObject("(versioned)", "STIX 3.2", {}));
const UNKNOWN_OBSERVABLE = ofAnyType(observableObject("(observable)", "STIX 3.2", {}));
const UNKNOWN_DEFINITION = ofAnyType(markingObject("(definition)", "STIX 3.2", {}));

function ofAnyType(described: ObjectType): ObjectType {
  const idMatchesType = {
    rule: "id-type",
    path: ["id"],
    message: "The id must begin with the object's type.",
    holds: ({ id, type }: { id: string; type: string }) => id.slice(0, -38) === type,
  };
  const properties = { ...described.properties, type: TYPE_NAME, id: ANY_ID };
  return { ...described, properties, rules: [...described.rules, idMatchesType] };
}
