import assert from "node:assert/strict";
import test from "node:test";
import type { JsonObject, JsonValue } from "../json.ts";
import { validateObject } from "../validate.ts";
import { attackProperties } from "./attack.ts";
import { objectType, schemaOf } from "./registry.ts";

const at = "2024-01-01T00:00:00.000Z";
const later = "2024-01-02T00:00:00.000Z";
const UUID = "11111111-1111-4111-8111-111111111111";

// The property tables of STIX 2.1, by type: what is required, then what is optional, beside the common properties.
const TABLES: Record<string, [required: string, optional: string]> = {
  "attack-pattern": ["name", "description aliases kill_chain_phases"],
  campaign: ["name", "description aliases first_seen last_seen objective"],
  "course-of-action": ["name", "description"],
  grouping: ["context object_refs", "name description"],
  identity: ["name", "description roles identity_class sectors contact_information"],
  incident: ["name", "description"],
  indicator: [
    "pattern pattern_type valid_from",
    "name description indicator_types pattern_version valid_until kill_chain_phases",
  ],
  infrastructure: ["name", "description infrastructure_types aliases kill_chain_phases first_seen last_seen"],
  "intrusion-set": [
    "name",
    "description aliases first_seen last_seen goals resource_level primary_motivation secondary_motivations",
  ],
  location: [
    "",
    "name description latitude longitude precision region country administrative_area city street_address postal_code",
  ],
  malware: [
    "is_family",
    "name description malware_types aliases kill_chain_phases first_seen last_seen operating_system_refs architecture_execution_envs implementation_languages capabilities sample_refs",
  ],
  "malware-analysis": [
    "product",
    "version host_vm_ref operating_system_ref installed_software_refs configuration_version modules analysis_engine_version analysis_definition_version submitted analysis_started analysis_ended result_name result analysis_sco_refs sample_ref",
  ],
  note: ["content object_refs", "abstract authors"],
  "observed-data": ["first_observed last_observed number_observed", "objects object_refs"],
  opinion: ["opinion object_refs", "explanation authors"],
  report: ["name published object_refs", "description report_types"],
  "threat-actor": [
    "name",
    "description threat_actor_types aliases first_seen last_seen roles goals sophistication resource_level primary_motivation secondary_motivations personal_motivations",
  ],
  tool: ["name", "description tool_types aliases kill_chain_phases tool_version"],
  vulnerability: ["name", "description"],
  relationship: ["relationship_type source_ref target_ref", "description start_time stop_time"],
  sighting: ["sighting_of_ref", "description first_seen last_seen count observed_data_refs where_sighted_refs summary"],
  artifact: ["", "mime_type payload_bin url hashes encryption_algorithm decryption_key"],
  "autonomous-system": ["number", "name rir"],
  directory: ["path", "path_enc ctime mtime atime contains_refs"],
  "domain-name": ["value", "resolves_to_refs"],
  "email-addr": ["value", "display_name belongs_to_ref"],
  "email-message": [
    "is_multipart",
    "date content_type from_ref sender_ref to_refs cc_refs bcc_refs message_id subject received_lines additional_header_fields body body_multipart raw_email_ref",
  ],
  file: [
    "",
    "hashes size name name_enc magic_number_hex mime_type ctime mtime atime parent_directory_ref contains_refs content_ref",
  ],
  "ipv4-addr": ["value", "resolves_to_refs belongs_to_refs"],
  "ipv6-addr": ["value", "resolves_to_refs belongs_to_refs"],
  "mac-addr": ["value", ""],
  mutex: ["name", ""],
  "network-traffic": [
    "protocols",
    "start end is_active src_ref dst_ref src_port dst_port src_byte_count dst_byte_count src_packets dst_packets ipfix src_payload_ref dst_payload_ref encapsulates_refs encapsulated_by_ref",
  ],
  process: [
    "",
    "is_hidden pid created_time cwd command_line environment_variables opened_connection_refs creator_user_ref image_ref parent_ref child_refs",
  ],
  software: ["name", "cpe swid languages vendor version"],
  url: ["value", ""],
  "user-account": [
    "",
    "user_id credential account_login account_type display_name is_service_account is_privileged can_escalate_privs is_disabled account_created account_expires credential_last_changed account_first_login account_last_login",
  ],
  "windows-registry-key": ["", "key values modified_time creator_user_ref number_of_subkeys"],
  "x509-certificate": [
    "",
    "is_self_signed hashes version serial_number signature_algorithm issuer validity_not_before validity_not_after subject subject_public_key_algorithm subject_public_key_modulus subject_public_key_exponent x509_v3_extensions",
  ],
  "language-content": ["object_ref contents", "object_modified"],
  "marking-definition": ["", "name definition_type definition"],
  "extension-definition": ["created_by_ref name schema version extension_types", "description extension_properties"],
};

const words = (text: string) => text.split(" ").filter(Boolean);
const COMMON: Record<string, [required: string, optional: string]> = {
  domain: [
    "type spec_version id created modified",
    "created_by_ref revoked labels confidence lang external_references object_marking_refs granular_markings extensions",
  ],
  observable: ["type id", "spec_version object_marking_refs granular_markings defanged extensions"],
  meta: [
    "type spec_version id created modified",
    "created_by_ref revoked labels confidence external_references object_marking_refs granular_markings extensions",
  ],
  definition: [
    "type spec_version id created",
    "created_by_ref external_references object_marking_refs granular_markings extensions",
  ],
};

test("each type has the properties of its table in the standard, no more and no fewer", () => {
  for (const [type, [required, optional]] of Object.entries(TABLES)) {
    const known = objectType(type);
    assert.ok(known, type);
    const family =
      type === "marking-definition" ? "definition" : known.family === "relationship" ? "domain" : known.family;
    const [commonRequired = "", commonOptional = ""] = COMMON[family] ?? [];
    const schema = schemaOf(known) as unknown as { properties: object; required: string[] };
    const needed = new Set(words(`${commonRequired} ${required}`));
    const all = new Set([...needed, ...words(`${commonOptional} ${optional}`)]);
    const own = Object.keys(schema.properties).filter((name) => !Object.hasOwn(attackProperties[type] ?? {}, name));
    assert.deepEqual(new Set(own), all, type);
    assert.deepEqual(new Set(schema.required), needed, type);
  }
});

const versioned = (type: string, more: JsonObject): JsonObject => ({
  type,
  spec_version: "2.1",
  id: `${type}--${UUID}`,
  created: at,
  modified: at,
  ...more,
});
const observable = (type: string, more: JsonObject): JsonObject => ({ type, id: `${type}--${UUID}`, ...more });
const definition = (id: string, more: JsonObject): JsonObject => {
  const { modified: _, ...rest } = versioned("marking-definition", more);
  return { ...rest, id: `marking-definition--${id}` };
};
const relationship = (more: JsonObject) =>
  versioned("relationship", {
    relationship_type: "uses",
    source_ref: `tool--${UUID}`,
    target_ref: `tool--${UUID}`,
    ...more,
  });
const observed = (more: JsonObject) =>
  versioned("observed-data", { first_observed: at, last_observed: at, number_observed: 1, ...more });
const refs = (...types: string[]) => types.map((type) => `${type}--${UUID}`);
const traffic = (more: JsonObject) =>
  observable("network-traffic", { protocols: ["tcp"], src_ref: `ipv4-addr--${UUID}`, ...more });
const socket = (options: JsonObject) =>
  traffic({ extensions: { "socket-ext": { address_family: "AF_INET", options } } });
const message = (part: JsonObject) => observable("email-message", { is_multipart: true, body_multipart: [part] });
const file = (extension: string, content: JsonObject) =>
  observable("file", { name: "a", extensions: { [extension]: content } });
const tlp2 = (level: string): JsonObject => ({
  extensions: {
    "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d": {
      extension_type: "property-extension",
      tlp_2_0: level,
    },
  },
});
const tlp1 = (tlp: string): JsonObject => ({ definition_type: "tlp", definition: { tlp } });
const WHITE = "613f2e26-407d-48c7-9eca-b8e91df99dc9";
const CLEAR = "94868c89-83c2-464b-929b-a1a8aa3c8487";

const ruleOf = (object: JsonValue) => {
  const result = validateObject(object);
  return result.ok ? undefined : result.errors.map(({ path, rule }) => `${path} ${rule}`).join("; ");
};

test("the standard's rules that join properties, each with its twin", () => {
  const twins: [JsonObject, JsonObject, string][] = [
    [
      relationship({ start_time: at, stop_time: later }),
      relationship({ start_time: at, stop_time: at }),
      "$.stop_time time-order",
    ],
    [
      relationship({ target_ref: `file--${UUID}` }),
      relationship({ target_ref: `relationship--${UUID}` }),
      "$.target_ref relationship-end",
    ],
    [relationship({}), relationship({ source_ref: `marking-definition--${UUID}` }), "$.source_ref relationship-end"],
    [
      observed({ object_refs: refs("file", "relationship") }),
      observed({ object_refs: refs("relationship") }),
      "$.object_refs observable-ref",
    ],
    [observed({ objects: {} }), observed({ objects: {}, object_refs: refs("file") }), "$ objects-or-refs"],
    [
      versioned("malware-analysis", { product: "a", result: "benign", analysis_started: later, analysis_ended: at }),
      versioned("malware-analysis", { product: "a" }),
      "$ any-of",
    ],
    [
      versioned("location", { latitude: 1, longitude: 2, precision: 0 }),
      versioned("location", { latitude: 1, longitude: 2, precision: -1 }),
      "$.precision minimum",
    ],
    [
      versioned("tool", { name: "a", external_references: [{ source_name: "a", description: "" }] }),
      versioned("tool", { name: "a", external_references: [{ source_name: "a", hashes: { MD5: "x" } }] }),
      "$.external_references[0] any-of",
    ],
    [definition(WHITE, tlp1("white")), definition(UUID, tlp1("white")), "$.id tlp-id"],
    [definition(WHITE, tlp1("white")), definition(WHITE, tlp1("red")), "$.id tlp-id"],
    [definition(CLEAR, tlp2("clear")), definition(CLEAR, tlp2("red")), "$.id tlp-id"],
    [definition(CLEAR, tlp2("clear")), definition(CLEAR, tlp1("white")), "$.id tlp-id"],
    [
      definition(UUID, {
        definition_type: "statement",
        definition: { statement: "a" },
        object_marking_refs: [`marking-definition--${CLEAR}`],
      }),
      definition(UUID, {
        definition_type: "statement",
        definition: { statement: "a" },
        object_marking_refs: [`marking-definition--${UUID}`],
      }),
      "$.object_marking_refs self-marking",
    ],
    [observable("user-account", { is_disabled: false }), observable("user-account", { defanged: true }), "$ any-of"],
    [observable("x509-certificate", { version: "3" }), observable("x509-certificate", {}), "$ any-of"],
    [observable("windows-registry-key", { modified_time: at }), observable("windows-registry-key", {}), "$ any-of"],
    [observable("process", { pid: 1 }), observable("process", {}), "$ any-of"],
    [observable("file", { name: "a" }), observable("file", { size: 1 }), "$ any-of"],
    [message({ body: "" }), message({ content_type: "text/plain" }), "$.body_multipart mime-part-body"],
    [
      observable("email-message", { is_multipart: false, body: "a" }),
      observable("email-message", { is_multipart: true, body: "a" }),
      "$ multipart-body",
    ],
    [traffic({ is_active: true }), traffic({ is_active: true, end: at }), "$.end active-traffic"],
    [
      socket({ SO_KEEPALIVE: 1 }),
      socket({ KEEPALIVE: 1 }),
      '$.extensions["socket-ext"].options.KEEPALIVE property-name',
    ],
    [
      traffic({ extensions: { "tcp-ext": { src_flags_hex: "00" } } }),
      traffic({ extensions: { "tcp-ext": {} } }),
      '$.extensions["tcp-ext"] minProperties',
    ],
    [file("ntfs-ext", { sid: "a" }), file("ntfs-ext", {}), '$.extensions["ntfs-ext"] minProperties'],
    [file("pdf-ext", { version: "1.7" }), file("pdf-ext", {}), '$.extensions["pdf-ext"] minProperties'],
    [
      file("raster-image-ext", { image_height: 1 }),
      file("raster-image-ext", {}),
      '$.extensions["raster-image-ext"] minProperties',
    ],
    [
      file("windows-pebinary-ext", { pe_type: "exe", optional_header: { magic_hex: "0b01" } }),
      file("windows-pebinary-ext", { pe_type: "exe", optional_header: {} }),
      '$.extensions["windows-pebinary-ext"].optional_header minProperties',
    ],
    [
      observable("windows-registry-key", { key: "a", values: [{ name: "b" }] }),
      observable("windows-registry-key", { key: "a", values: [{}] }),
      "$.values[0] minProperties",
    ],
  ];
  for (const [good, bad, fault] of twins) {
    assert.equal(ruleOf(good), undefined, JSON.stringify(good));
    assert.equal(ruleOf(bad), fault, JSON.stringify(bad));
  }
});

test("a word outside its open vocabulary is a warning, outside a closed one an error", () => {
  const warningsOf = (object: JsonObject) => {
    const result = validateObject(object);
    assert.ok(result.ok, JSON.stringify(result));
    return result.warnings.filter(({ rule }) => rule === "vocabulary").map(({ path, section }) => `${path} ${section}`);
  };
  const identity = (more: JsonObject) => versioned("identity", { name: "a", ...more });
  assert.deepEqual(warningsOf(identity({ identity_class: "organization", sectors: ["defense", "government"] })), []);
  assert.deepEqual(warningsOf(identity({ identity_class: "Organization", sectors: ["defense", "defence"] })), [
    "$.identity_class STIX 10.7",
    "$.sectors[1] STIX 10.10",
  ]);
  const pe = {
    "windows-pebinary-ext": { pe_type: "com", sections: [{ name: "a", hashes: { MD5: "x", CRC32: "y" } }] },
  };
  assert.deepEqual(warningsOf(observable("file", { hashes: { "SHA-256": "x", SHA256: "y" }, extensions: pe })), [
    "$.hashes.SHA256 STIX 10.6",
    '$.extensions["windows-pebinary-ext"].pe_type STIX 10.27',
    '$.extensions["windows-pebinary-ext"].sections[0].hashes.CRC32 STIX 10.6',
  ]);
  const indicator = (more: JsonObject) =>
    versioned("indicator", { pattern: "x", pattern_type: "sigma", valid_from: at, ...more });
  assert.deepEqual(warningsOf(indicator({ pattern_type: "kql", labels: ["anything"] })), ["$.pattern_type STIX 10.18"]);
  assert.equal(
    warningsOf(indicator({ indicator_types: Array.from({ length: 200 }, (_, index) => `x${index}`) })).length,
    50,
  );
  const opinion = (word: string) => versioned("opinion", { opinion: word, object_refs: refs("tool") });
  assert.equal(ruleOf(opinion("agree")), undefined);
  assert.equal(ruleOf(opinion("maybe")), "$.opinion enum");
});
