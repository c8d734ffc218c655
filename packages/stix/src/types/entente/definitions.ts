import type { JsonObject } from "../../json.ts";

const CREATED = "2026-11-24T00:00:00.000Z";

/** The identity that the project's extension definitions are created by: the same in every installation. */
export const PROJECT_IDENTITY: Readonly<JsonObject> = Object.freeze({
  type: "identity",
  spec_version: "2.1",
  id: "identity--29725046-3a62-4cee-905d-8c4e6fac650d",
  created: CREATED,
  modified: CREATED,
  name: "Entente",
  description: "The project that defines the entente-* object types.",
  identity_class: "group",
});

/** One extension definition per room, with the types that it brings. */
const ROOMS = [
  {
    id: "extension-definition--99812a83-026b-473c-9a9f-02ce0621c605",
    room: "Sessions",
    types: ["body", "session", "agenda-item", "paper", "statement", "outcome"],
  },
  {
    id: "extension-definition--02ec0d7f-bd50-4e78-8640-311111869f59",
    room: "Texts",
    types: ["joint-text", "paragraph", "act", "accord"],
  },
  {
    id: "extension-definition--97ca3332-27a0-47e8-adc7-777e5415182c",
    room: "Strategies",
    types: ["strategy"],
  },
  {
    id: "extension-definition--1f75c211-f522-45d4-8634-f12611a8660c",
    room: "Training",
    types: ["exercise-record"],
  },
  {
    id: "extension-definition--5bc8e5d3-aa34-483f-a405-76fb4c457785",
    room: "Follow-through",
    types: ["thread", "carry-up", "disposition"],
  },
  {
    id: "extension-definition--f1b40a2f-35a3-462d-9f7d-8f05435cd8cc",
    room: "Public",
    types: ["news"],
  },
] as const;

const releasability = {
  id: "extension-definition--366ff1c9-cf01-4d01-b9e6-58354b9979eb",
  name: "Entente: releasability",
  description: "A marking that names who may receive, whether the originator is to be asked, and until when.",
  schema: "property-extension of marking-definition: releasable_to, originator_consent?, expires?",
  extension_types: ["property-extension"],
};

/** What a party's identity says beyond STIX 4.5: its names in several languages. */
export const PARTY_DEFINITION = "extension-definition--0541d5e8-7d67-474d-ac3c-f3a855c462e4";

const party = {
  id: PARTY_DEFINITION,
  name: "Entente: party",
  description: "The names of a party, of its unit and the short name by which it is known.",
  schema: "property-extension of identity: names, short?, unit?",
  extension_types: ["property-extension"],
};

export type EntenteType = `entente-${(typeof ROOMS)[number]["types"][number]}`;

const DEFINITION_BY_TYPE = new Map<string, string>(
  ROOMS.flatMap(({ id, types }) => types.map((type) => [`entente-${type}`, id] as const)),
);

/** The names of all `entente-*` types. */
export const ENTENTE_TYPES = [...DEFINITION_BY_TYPE.keys()] as EntenteType[];

/** True for a type that the project itself defines. */
export function isEntenteType(type: string): type is EntenteType {
  return DEFINITION_BY_TYPE.has(type);
}

/** The id of the extension definition that a type of ours belongs to. */
export function ententeDefinition(type: EntenteType): string {
  return DEFINITION_BY_TYPE.get(type) as string;
}

/** The `extensions` property that every object of a type of ours bears (STIX 7.3). */
export function ententeExtensions(type: EntenteType): {
  [definition: string]: { extension_type: "new-sdo" };
} {
  return { [ententeDefinition(type)]: { extension_type: "new-sdo" } };
}

/** The project's extension definitions: fixed objects that every node holds and treats as well known (R8). */
export function extensionDefinitions(): JsonObject[] {
  const rooms = ROOMS.map(({ id, room, types }) => ({
    id,
    name: `Entente: ${room}`,
    description: `Object types: ${types.map((type) => `entente-${type}`).join(", ")}.`,
    schema: `The schemas of ${types.map((type) => `entente-${type}`).join(", ")} in the package @entente/stix.`,
    extension_types: ["new-sdo"],
  }));
  return [...rooms, releasability, party].map((definition) => ({
    type: "extension-definition",
    spec_version: "2.1",
    created_by_ref: PROJECT_IDENTITY.id as string,
    created: CREATED,
    modified: CREATED,
    version: "1.0.0",
    ...definition,
  }));
}

/** The ids that every node knows without being told: the project's identity and its extension definitions. */
export const PROJECT_IDS: readonly string[] = [
  PROJECT_IDENTITY.id as string,
  ...ROOMS.map(({ id }) => id),
  releasability.id,
  party.id,
];
