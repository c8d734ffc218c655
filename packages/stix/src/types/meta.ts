import { Type } from "typebox";
import {
  RELEASABILITY_DEFINITION,
  TLP_2_EXTENSION,
  TLP_LEVELS,
  TLP_MARKING,
  type TlpLevel,
  tlpOf,
} from "../markings.ts";
import { boolean, identifier, language, list, oneOf, optional, text, timestamp } from "./datatypes.ts";
import { markingObject, metaObject, type ObjectRule } from "./object-type.ts";

const propertyExtension = {
  extension_type: Type.Literal("property-extension"),
};

/** The releasability marking of this project: who may receive, whether the originator is to be asked, until when. */
export const releasabilitySchema = Type.Object({
  ...propertyExtension,
  releasable_to: list(Type.Union([identifier("identity"), Type.String({ pattern: "^[A-Z]{3}$" })])),
  ...optional({ originator_consent: boolean, expires: timestamp }),
});

const tlp2Schema = Type.Object({
  ...propertyExtension,
  tlp_2_0: oneOf(...TLP_LEVELS),
});

const isDefined: ObjectRule = {
  rule: "marking-content",
  path: [],
  message: "A marking needs definition_type and definition, or an extension.",
  holds: ({ definition_type, definition, extensions }) =>
    extensions !== undefined || (definition_type !== undefined && definition !== undefined),
};

const contentFitsType: ObjectRule = {
  rule: "marking-type",
  path: ["definition"],
  message: "A statement marking holds a statement, a TLP marking a tlp.",
  holds: ({ definition_type, definition }) =>
    (definition_type !== "statement" && definition_type !== "tlp") || definition?.[definition_type] !== undefined,
};

/** TLP is these definitions and no others: a marking that says TLP under another id could claim anything. */
const tlpIsTheStandards: ObjectRule = {
  rule: "tlp-id",
  path: ["id"],
  section: "STIX 7.2.1.4",
  message: "A TLP marking is the one that the standard defines for its level, with that id.",
  holds: ({ id, definition_type, definition, extensions }) => {
    const first = definition_type === "tlp" ? definition?.tlp : undefined;
    const second = extensions?.[TLP_2_EXTENSION]?.tlp_2_0;
    const isFirst = first === undefined || (tlpOf(id) === (first === "white" ? "clear" : first) && !isSecondTlp(id));
    return isFirst && (second === undefined || id === TLP_MARKING[second as TlpLevel]);
  },
};

const isSecondTlp = (id: string) => Object.values(TLP_MARKING).includes(id);

const marksOthers: ObjectRule = {
  rule: "self-marking",
  path: ["object_marking_refs"],
  section: "STIX 7.2.1",
  message: "A marking definition does not mark itself.",
  holds: ({ id, object_marking_refs, granular_markings }) =>
    !object_marking_refs?.includes(id) &&
    !granular_markings?.some(({ marking_ref }: { marking_ref?: string }) => marking_ref === id),
};

const describesProperties: ObjectRule = {
  rule: "extension-properties",
  path: ["extension_properties"],
  message: "extension_properties belongs to a toplevel-property-extension.",
  holds: ({ extension_types, extension_properties }) =>
    extension_properties === undefined || extension_types.includes("toplevel-property-extension"),
};

export const EXTENSION_TYPES = [
  "new-sdo",
  "new-sco",
  "new-sro",
  "property-extension",
  "toplevel-property-extension",
] as const;

export const metaObjects = [
  metaObject("language-content", "STIX 7.1", {
    object_ref: identifier(),
    contents: Type.Record(
      language,
      Type.Record(Type.String({ pattern: "^" }), Type.Any(), {
        minProperties: 1,
      }),
      {
        additionalProperties: false,
        minProperties: 1,
        section: "STIX 7.1",
      },
    ),
    ...optional({ object_modified: timestamp }),
  }),
  markingObject(
    "marking-definition",
    "STIX 7.2.1",
    optional({
      name: text,
      definition_type: text,
      definition: Type.Object(
        optional({
          statement: text,
          tlp: oneOf("white", "green", "amber", "red"),
        }),
      ),
    }),
    {
      extensions: {
        [TLP_2_EXTENSION]: tlp2Schema,
        [RELEASABILITY_DEFINITION]: releasabilitySchema,
      },
      rules: [isDefined, contentFitsType, tlpIsTheStandards, marksOthers],
    },
  ),
  metaObject(
    "extension-definition",
    "STIX 7.3",
    {
      created_by_ref: identifier("identity"),
      name: text,
      schema: text,
      version: Type.String({
        pattern: "^\\d+\\.\\d+(?:\\.\\d+)?(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$",
        expects: "a semantic version",
        section: "STIX 7.3",
      }),
      extension_types: list(oneOf(...EXTENSION_TYPES)),
      ...optional({ description: text, extension_properties: list(text) }),
    },
    { rules: [describesProperties] },
  ),
];
