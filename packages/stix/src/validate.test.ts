import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import type { JsonObject } from "./json.ts";
import { KNOWN_TYPES } from "./types/registry.ts";
import { validateObject } from "./validate.ts";

const at = "2024-01-01T00:00:00.000Z";
const OTHER = "22222222-2222-4222-8222-222222222222";

const domain = (type: string, more: JsonObject): JsonObject => ({
  type,
  spec_version: "2.1",
  id: `${type}--11111111-1111-4111-8111-111111111111`,
  created: at,
  modified: at,
  ...more,
});
const indicator = (more: JsonObject = {}) =>
  domain("indicator", { pattern: "[url:value = 'x']", pattern_type: "stix", valid_from: at, ...more });

const unknownOf = (object: JsonObject) => {
  const result = validateObject(object);
  assert.ok(result.ok, JSON.stringify(result));
  return result.unknown;
};
const faultsOf = (object: unknown) => {
  const result = validateObject(object);
  return result.ok ? [] : result.errors.map(({ path, rule, section }) => `${path} ${rule} ${section}`);
};

test("a plain object of each family is valid and known in whole", () => {
  const objects = [
    indicator({ confidence: 80, labels: ["a"], lang: "ko", external_references: [{ source_name: "s", url: "u" }] }),
    domain("relationship", {
      relationship_type: "indicates",
      source_ref: `indicator--${OTHER}`,
      target_ref: `malware--${OTHER}`,
    }),
    { type: "ipv4-addr", id: "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4", value: "198.51.100.3" },
    domain("language-content", {
      object_ref: `campaign--${OTHER}`,
      contents: { ko: { name: "작전", labels: ["가"] } },
    }),
  ];
  for (const object of objects) assert.deepEqual(unknownOf(object), []);
});

test("what no schema knows is valid, and named by its path", () => {
  const object = indicator({
    surprise: 1,
    constructor: "x",
    external_references: [{ source_name: "s", url: "u", "no-such": 1 }],
    kill_chain_phases: [
      { kill_chain_name: "a", phase_name: "b" },
      { kill_chain_name: "a", phase_name: "b", x: {} },
    ],
    extensions: { [`extension-definition--${OTHER}`]: { extension_type: "property-extension", a: 1 } },
  });
  assert.deepEqual(unknownOf(object), [
    "$.surprise",
    "$.constructor",
    '$.external_references[0]["no-such"]',
    "$.kill_chain_phases[1].x",
    `$.extensions["extension-definition--${OTHER}"]`,
  ]);
});

test("unknown types are held by their common properties alone", () => {
  assert.deepEqual(unknownOf(domain("x-any", { a: 1 })), ["$.type", "$.a"]);
  assert.deepEqual(unknownOf({ type: "x-any", id: `x-any--${OTHER}`, a: 1 }), ["$.type", "$.a"]);
  assert.deepEqual(faultsOf({ ...domain("x-any", {}), id: `x-other--${OTHER}` }), ["$.id id-type STIX 3.2"]);
  assert.deepEqual(faultsOf({ ...domain("x-any", {}), spec_version: "2.0" }), ["$.spec_version const STIX 3.2"]);
});

test("extensions count where their definition says, and nowhere else", () => {
  const tlp = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
  const extension = { extension_type: "property-extension", tlp_2_0: "clear" };
  assert.deepEqual(unknownOf(indicator({ extensions: { [tlp]: extension } })), [`$.extensions["${tlp}"]`]);
  const session = "extension-definition--99812a83-026b-473c-9a9f-02ce0621c605";
  const own = indicator({ extensions: { [session]: { extension_type: "new-sdo" } } });
  assert.deepEqual(unknownOf(own), [`$.extensions["${session}"]`]);
  const file = { type: "file", id: `file--${OTHER}`, name: "a", extensions: { "ntfs-ext": { sid: "s", x: 1 } } };
  assert.deepEqual(unknownOf(file), ['$.extensions["ntfs-ext"].x']);
});

test("several faults at once, each with path, rule and section", () => {
  const object = indicator({
    valid_from: "2024-02-30T00:00:00Z",
    confidence: 101,
    labels: [],
    created_by_ref: `malware--${OTHER}`,
    external_references: [{ url: "u" }],
    granular_markings: [{ marking_ref: "none", selectors: ["name"] }],
  });
  delete object.pattern;
  assert.deepEqual(
    new Set(faultsOf(object)),
    new Set([
      "$ required STIX 4.7",
      "$.valid_from value STIX 2.16",
      "$.confidence maximum STIX 3.2",
      "$.labels minItems STIX 2.12",
      "$.created_by_ref pattern STIX 2.9",
      "$.external_references[0] required STIX 2.5",
      "$.granular_markings[0].marking_ref pattern STIX 2.9",
    ]),
  );
});

test("any number of wrong names leaves room for the other faults, up to a limit", () => {
  const file = (names: string[]) => ({
    type: "file",
    id: `file--${OTHER}`,
    hashes: Object.fromEntries(names.map((name) => [name, "x"])),
    size: -1,
  });
  const faults = faultsOf(file([..."abcdefghijkl"]));
  assert.equal(faults.length, 13);
  assert.ok(faults.includes("$.hashes.a property-name STIX 2.7"));
  assert.ok(faults.includes("$.size minimum STIX 2.10"));
  assert.equal(faultsOf(file(Array.from({ length: 1000 }, (_, index) => `${index} `))).length, 50);
});

test("rules that join properties, each with its twin", () => {
  const later = "2024-01-01T00:00:00.0001Z";
  const cases: [JsonObject, JsonObject, string][] = [
    [indicator({ modified: later }), indicator({ created: later }), "$.modified time-order STIX 3.2"],
    [indicator({ valid_until: later }), indicator({ valid_until: at }), "$.valid_until time-order STIX 4.7"],
    [domain("malware", { is_family: false }), domain("malware", { is_family: true }), "$.name family-name STIX 4.11"],
    [domain("location", { country: "KR" }), domain("location", { city: "Seoul" }), "$ any-of STIX 4.10"],
    [
      indicator({ labels: ["a"], granular_markings: [{ lang: "fr", selectors: ["labels.[0]"] }] }),
      indicator({ labels: ["a"], granular_markings: [{ lang: "fr", selectors: ["labels.[1]"] }] }),
      "$.granular_markings[0].selectors[0] selector STIX 7.2.3.1",
    ],
    [
      indicator({ granular_markings: [{ lang: "fr", selectors: ["pattern"] }] }),
      indicator({ granular_markings: [{ selectors: ["pattern"] }] }),
      "$.granular_markings[0] lang-or-marking STIX 7.2.3",
    ],
    [
      indicator({ extensions: { [`extension-definition--${OTHER}`]: { extension_type: "new-sdo" } } }),
      indicator({ extensions: { [`extension-definition--${OTHER}`]: { a: 1 } } }),
      `$.extensions["extension-definition--${OTHER}"].extension_type extension-type STIX 7.3`,
    ],
    [
      { type: "artifact", id: `artifact--${OTHER}`, payload_bin: "AAEC" },
      { type: "artifact", id: `artifact--${OTHER}`, payload_bin: "AAEC", url: "u", hashes: { MD5: "x" } },
      "$ payload-or-url STIX 6.1",
    ],
  ];
  for (const [good, bad, fault] of cases) {
    assert.deepEqual(faultsOf(good), []);
    assert.deepEqual(faultsOf(bad), [fault]);
  }
});

test("versions need microseconds at most, other times do not", () => {
  assert.deepEqual(faultsOf(indicator({ modified: "2024-01-01T00:00:00.0000001Z" })), [
    "$.modified timestamp STIX 3.2",
  ]);
  assert.deepEqual(faultsOf(indicator({ valid_until: "9999-12-31T23:59:59.123456789Z" })), []);
});

test("spec_version is 2.1 for all but observables, which may leave it out", () => {
  const { spec_version: _, ...without } = indicator();
  assert.deepEqual(faultsOf(without), ["$ required STIX 4.7"]);
  assert.deepEqual(faultsOf(indicator({ spec_version: "2.0" })), ["$.spec_version const STIX 4.7"]);
  const address = { type: "url", id: `url--${OTHER}`, value: "https://example.com" };
  assert.deepEqual(faultsOf(address), []);
  assert.deepEqual(faultsOf({ ...address, spec_version: "2.0" }), ["$.spec_version const STIX 6.15"]);
});

test("a random observable id and an unreadable pattern only warn", () => {
  const result = validateObject({ type: "url", id: `url--${OTHER}`, value: "https://example.com" });
  assert.deepEqual(result.ok && result.warnings.map(({ path, rule }) => [path, rule]), [["$.id", "deterministic-id"]]);
  const unreadable = validateObject(indicator({ pattern: "[url:value = 'x" }));
  assert.deepEqual(unreadable.ok && unreadable.warnings.map(({ path }) => path), ["$.pattern"]);
  const sound = validateObject(indicator());
  assert.deepEqual(sound.ok && sound.warnings, []);
});

test("an id of another type is refused", () => {
  assert.deepEqual(faultsOf({ ...indicator(), id: `malware--${OTHER}` }), ["$.id pattern STIX 2.9"]);
});

test("no input makes validation throw, and no refusal comes without a reason", () => {
  const type = fc.option(fc.constantFrom(...KNOWN_TYPES, "x-any", "constructor", "__proto__"), { nil: undefined });
  const part = fc.dictionary(
    fc.constantFrom(
      "id",
      "name",
      "created",
      "modified",
      "extensions",
      "granular_markings",
      "external_references",
      "object_marking_refs",
      "hashes",
      "definition",
      "x",
    ),
    fc.jsonValue({ maxDepth: 3 }),
  );
  fc.assert(
    fc.property(type, part, fc.boolean(), (name, more, isFramed) => {
      const object = isFramed ? domain(name ?? "", more as JsonObject) : { ...more, type: name };
      const result = validateObject(JSON.parse(JSON.stringify(object)));
      assert.ok(result.ok || result.errors.length > 0, JSON.stringify(object));
    }),
    { numRuns: 3000 },
  );
  for (const value of [null, [], "x", 1, undefined, {}]) assert.equal(validateObject(value).ok, false);
});
