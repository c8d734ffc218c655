import { boolean, identifier, killChainPhase, list, optional, text, timestamp } from "../datatypes.ts";
import { anyOf, domainObject, notBefore, type ObjectRule } from "../object-type.ts";
import {
  implementationLanguage,
  infrastructureType,
  malwareCapability,
  malwareResult,
  malwareType,
  processorArchitecture,
  toolType,
} from "../vocabularies.ts";

const seen = { first_seen: timestamp, last_seen: timestamp };
const phases = { kill_chain_phases: list(killChainPhase) };

const familyHasName: ObjectRule = {
  rule: "family-name",
  path: ["name"],
  message: "A malware family needs a name.",
  holds: ({ is_family, name }) => !is_family || name !== undefined,
};

export const means = [
  domainObject("attack-pattern", "STIX 4.1", {
    name: text,
    ...optional({ description: text, aliases: list(text), ...phases }),
  }),
  domainObject("course-of-action", "STIX 4.3", {
    name: text,
    ...optional({ description: text }),
  }),
  domainObject(
    "infrastructure",
    "STIX 4.8",
    {
      name: text,
      ...optional({
        description: text,
        infrastructure_types: list(infrastructureType),
        aliases: list(text),
        ...phases,
        ...seen,
      }),
    },
    { rules: [notBefore("last_seen", "first_seen")] },
  ),
  domainObject(
    "malware",
    "STIX 4.11",
    {
      is_family: boolean,
      ...optional({
        name: text,
        description: text,
        malware_types: list(malwareType),
        aliases: list(text),
        ...phases,
        ...seen,
        operating_system_refs: list(identifier("software")),
        architecture_execution_envs: list(processorArchitecture),
        implementation_languages: list(implementationLanguage),
        capabilities: list(malwareCapability),
        sample_refs: list(identifier("artifact", "file")),
      }),
    },
    { rules: [familyHasName, notBefore("last_seen", "first_seen")] },
  ),
  domainObject(
    "malware-analysis",
    "STIX 4.12",
    {
      product: text,
      ...optional({
        version: text,
        host_vm_ref: identifier("software"),
        operating_system_ref: identifier("software"),
        installed_software_refs: list(identifier("software")),
        configuration_version: text,
        modules: list(text),
        analysis_engine_version: text,
        analysis_definition_version: text,
        submitted: timestamp,
        analysis_started: timestamp,
        analysis_ended: timestamp,
        result_name: text,
        result: malwareResult,
        analysis_sco_refs: list(identifier()),
        sample_ref: identifier("artifact", "file", "network-traffic"),
      }),
    },
    { rules: [anyOf("result", "analysis_sco_refs")] },
  ),
  domainObject("tool", "STIX 4.18", {
    name: text,
    ...optional({
      description: text,
      tool_types: list(toolType),
      aliases: list(text),
      ...phases,
      tool_version: text,
    }),
  }),
  domainObject("vulnerability", "STIX 4.19", {
    name: text,
    ...optional({ description: text }),
  }),
];
