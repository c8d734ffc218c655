import { Type } from "typebox";
import { list, optional, text, texts, timestamp } from "../datatypes.ts";
import { PARTY_DEFINITION } from "../entente/definitions.ts";
import { anyOf, domainObject, notBefore, onlyWith } from "../object-type.ts";
import {
  attackMotivation,
  attackResourceLevel,
  identityClass,
  industrySector,
  region,
  threatActorRole,
  threatActorSophistication,
  threatActorType,
} from "../vocabularies.ts";

const seen = { first_seen: timestamp, last_seen: timestamp };
const motivation = {
  primary_motivation: attackMotivation,
  secondary_motivations: list(attackMotivation),
};

const partyNames = Type.Object({
  extension_type: Type.Literal("property-extension"),
  names: texts,
  ...optional({ short: Type.String({ pattern: "^[A-Z]{3}$" }), unit: texts }),
});

export const actors = [
  domainObject(
    "campaign",
    "STIX 4.2",
    {
      name: text,
      ...optional({
        description: text,
        aliases: list(text),
        ...seen,
        objective: text,
      }),
    },
    { rules: [notBefore("last_seen", "first_seen")] },
  ),
  domainObject(
    "identity",
    "STIX 4.5",
    {
      name: text,
      ...optional({
        description: text,
        roles: list(text),
        identity_class: identityClass,
        sectors: list(industrySector),
        contact_information: text,
      }),
    },
    { extensions: { [PARTY_DEFINITION]: partyNames } },
  ),
  domainObject(
    "intrusion-set",
    "STIX 4.9",
    {
      name: text,
      ...optional({
        description: text,
        aliases: list(text),
        ...seen,
        goals: list(text),
        resource_level: attackResourceLevel,
        ...motivation,
      }),
    },
    { rules: [notBefore("last_seen", "first_seen")] },
  ),
  domainObject(
    "location",
    "STIX 4.10",
    optional({
      name: text,
      description: text,
      latitude: Type.Number({
        minimum: -90,
        maximum: 90,
        section: "STIX 4.10",
      }),
      longitude: Type.Number({
        minimum: -180,
        maximum: 180,
        section: "STIX 4.10",
      }),
      precision: Type.Number({ minimum: 0, section: "STIX 4.10" }),
      region,
      country: text,
      administrative_area: text,
      city: text,
      street_address: text,
      postal_code: text,
    }),
    {
      rules: [
        anyOf("region", "country", "latitude"),
        onlyWith("latitude", "longitude"),
        onlyWith("longitude", "latitude"),
        onlyWith("precision", "latitude"),
      ],
    },
  ),
  domainObject(
    "threat-actor",
    "STIX 4.17",
    {
      name: text,
      ...optional({
        description: text,
        threat_actor_types: list(threatActorType),
        aliases: list(text),
        ...seen,
        roles: list(threatActorRole),
        goals: list(text),
        sophistication: threatActorSophistication,
        resource_level: attackResourceLevel,
        ...motivation,
        personal_motivations: list(attackMotivation),
      }),
    },
    { rules: [notBefore("last_seen", "first_seen")] },
  ),
];
