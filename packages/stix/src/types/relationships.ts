import { Type } from "typebox";
import { boolean, identifier, list, optional, text, timestamp } from "./datatypes.ts";
import { after, notBefore, type ObjectRule, relationshipObject } from "./object-type.ts";

/** Relationships join domain objects and observables; neither other relationships nor meta objects. */
function joinsObjects(end: string): ObjectRule {
  return {
    rule: "relationship-end",
    path: [end],
    message: `${end} must name a domain object or an observable.`,
    holds: (object) => !NO_END.test(object[end]),
  };
}

const NO_END = /^(?:relationship|sighting|bundle|language-content|marking-definition|extension-definition)--/;

export const relationships = [
  relationshipObject(
    "relationship",
    "STIX 5.1",
    {
      relationship_type: Type.String({
        pattern: "^[a-z0-9-]+$",
        section: "STIX 5.1",
      }),
      source_ref: identifier(),
      target_ref: identifier(),
      ...optional({
        description: text,
        start_time: timestamp,
        stop_time: timestamp,
      }),
    },
    { rules: [after("stop_time", "start_time"), joinsObjects("source_ref"), joinsObjects("target_ref")] },
  ),
  relationshipObject(
    "sighting",
    "STIX 5.2",
    {
      sighting_of_ref: identifier(),
      ...optional({
        description: text,
        first_seen: timestamp,
        last_seen: timestamp,
        count: Type.Integer({
          minimum: 0,
          maximum: 999_999_999,
          section: "STIX 5.2",
        }),
        observed_data_refs: list(identifier("observed-data")),
        where_sighted_refs: list(identifier("identity", "location")),
        summary: boolean,
      }),
    },
    { rules: [notBefore("last_seen", "first_seen")] },
  ),
];
