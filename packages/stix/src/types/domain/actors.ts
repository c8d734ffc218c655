import { Type } from "typebox";
import { float, list, optional, text, texts, timestamp } from "../datatypes.ts";
import { PARTY_DEFINITION } from "../entente/definitions.ts";
import { anyOf, domainObject, notBefore, onlyWith } from "../object-type.ts";

const seen = { first_seen: timestamp, last_seen: timestamp };
const motivation = {
  primary_motivation: text,
  secondary_motivations: list(text),
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
        identity_class: text,
        sectors: list(text),
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
        resource_level: text,
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
      precision: float,
      region: text,
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
        threat_actor_types: list(text),
        aliases: list(text),
        ...seen,
        roles: list(text),
        goals: list(text),
        sophistication: text,
        resource_level: text,
        ...motivation,
        personal_motivations: list(text),
      }),
    },
    { rules: [notBefore("last_seen", "first_seen")] },
  ),
];
