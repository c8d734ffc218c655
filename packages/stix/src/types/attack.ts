import { type TProperties, Type } from "typebox";
import { boolean, identifier, list, optional, text } from "./datatypes.ts";
import { domainObject } from "./object-type.ts";

// MITRE ATT&CK's own properties and types, as its Enterprise 18.1 release bears them. Registered from the start
// (release.md R2): an ATT&CK object is known in whole, and anything beyond this list is not.

const curation = optional({
  x_mitre_attack_spec_version: text,
  x_mitre_contributors: list(text),
  x_mitre_deprecated: boolean,
  x_mitre_domains: list(text),
  x_mitre_modified_by_ref: identifier("identity"),
  x_mitre_version: text,
});
const platforms = optional({ x_mitre_platforms: list(text) });
const aliases = optional({ x_mitre_aliases: list(text) });
const named = { name: text, ...optional({ description: text }), ...curation };

/** What ATT&CK adds to types of STIX itself. */
export const attackProperties: Readonly<Record<string, TProperties>> = {
  "attack-pattern": {
    ...curation,
    ...platforms,
    ...optional({
      x_mitre_detection: text,
      x_mitre_impact_type: list(text),
      x_mitre_is_subtechnique: boolean,
      x_mitre_remote_support: boolean,
    }),
  },
  campaign: {
    ...curation,
    ...optional({
      x_mitre_first_seen_citation: text,
      x_mitre_last_seen_citation: text,
    }),
  },
  "course-of-action": curation,
  identity: curation,
  "intrusion-set": curation,
  malware: { ...curation, ...platforms, ...aliases },
  relationship: curation,
  tool: { ...curation, ...platforms, ...aliases },
};

const logSource = { name: text, channel: text };

export const attackTypes = [
  domainObject("x-mitre-analytic", "ATT&CK 18.1", {
    ...named,
    ...platforms,
    ...optional({
      x_mitre_log_source_references: list(
        Type.Object({
          x_mitre_data_component_ref: identifier("x-mitre-data-component"),
          ...logSource,
        }),
      ),
      x_mitre_mutable_elements: list(Type.Object({ field: text, description: text })),
    }),
  }),
  domainObject("x-mitre-data-component", "ATT&CK 18.1", {
    ...named,
    ...optional({
      // Seven components of 18.1 bear an empty one.
      x_mitre_data_source_ref: Type.Union([identifier("x-mitre-data-source"), Type.Literal("")]),
      x_mitre_log_sources: list(Type.Object(logSource)),
    }),
  }),
  domainObject("x-mitre-data-source", "ATT&CK 18.1", {
    ...named,
    ...platforms,
    ...optional({ x_mitre_collection_layers: list(text) }),
  }),
  domainObject("x-mitre-detection-strategy", "ATT&CK 18.1", {
    ...named,
    ...optional({
      x_mitre_analytic_refs: list(identifier("x-mitre-analytic")),
    }),
  }),
  domainObject("x-mitre-matrix", "ATT&CK 18.1", {
    ...named,
    tactic_refs: list(identifier("x-mitre-tactic")),
  }),
  domainObject("x-mitre-tactic", "ATT&CK 18.1", {
    ...named,
    x_mitre_shortname: text,
  }),
];
