import { Type } from "typebox";
import { identifier, killChainPhase, list, oneOf, optional, text, timestamp } from "../datatypes.ts";
import { after, domainObject, notBefore, type ObjectRule } from "../object-type.ts";
import { groupingContext, indicatorType, patternType, reportType } from "../vocabularies.ts";

const objectRefs = list(identifier());

const oneWayOfObserving: ObjectRule = {
  rule: "objects-or-refs",
  path: [],
  message: "Observed data has either object_refs or the deprecated objects.",
  holds: ({ objects, object_refs }) => (objects === undefined) !== (object_refs === undefined),
};

const refersToObservable: ObjectRule = {
  rule: "observable-ref",
  path: ["object_refs"],
  message: "object_refs must name at least one observable, not relationships alone.",
  holds: ({ object_refs }) =>
    object_refs === undefined || object_refs.some((id: string) => !/^(?:relationship|sighting)--/.test(id)),
};

export const assessments = [
  domainObject("grouping", "STIX 4.4", {
    context: groupingContext,
    object_refs: objectRefs,
    ...optional({ name: text, description: text }),
  }),
  domainObject("incident", "STIX 4.6", {
    name: text,
    ...optional({ description: text }),
  }),
  domainObject(
    "indicator",
    "STIX 4.7",
    {
      pattern: text,
      pattern_type: patternType,
      valid_from: timestamp,
      ...optional({
        name: text,
        description: text,
        indicator_types: list(indicatorType),
        pattern_version: text,
        valid_until: timestamp,
        kill_chain_phases: list(killChainPhase),
      }),
    },
    { rules: [after("valid_until", "valid_from")] },
  ),
  domainObject("note", "STIX 4.13", {
    content: text,
    object_refs: objectRefs,
    ...optional({ abstract: text, authors: list(text) }),
  }),
  domainObject(
    "observed-data",
    "STIX 4.14",
    {
      first_observed: timestamp,
      last_observed: timestamp,
      number_observed: Type.Integer({
        minimum: 1,
        maximum: 999_999_999,
        section: "STIX 4.14",
      }),
      ...optional({
        // The deprecated container (STIX 2.13) is held, but what lies in it counts as unknown.
        objects: Type.Object({}, { section: "STIX 2.13" }),
        object_refs: objectRefs,
      }),
    },
    {
      rules: [oneWayOfObserving, refersToObservable, notBefore("last_observed", "first_observed")],
    },
  ),
  domainObject("opinion", "STIX 4.15", {
    opinion: oneOf("strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"),
    object_refs: objectRefs,
    ...optional({ explanation: text, authors: list(text) }),
  }),
  domainObject("report", "STIX 4.16", {
    name: text,
    published: timestamp,
    object_refs: objectRefs,
    ...optional({ description: text, report_types: list(reportType) }),
  }),
];
