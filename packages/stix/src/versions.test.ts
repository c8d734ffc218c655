import assert from "node:assert/strict";
import test from "node:test";
import { tlpDefinition } from "./markings.ts";
import { microsecondsOf } from "./timestamp.ts";
import { versionKey } from "./versions.ts";

const created = "2023-05-08T00:00:00.000Z";
const modified = "2023-05-09T00:00:00.000001Z";

test("objects are keyed by modified, definitions by created, observables by nothing", () => {
  const version = {
    family: "version",
    micros: microsecondsOf(modified),
    spelling: modified,
  };
  assert.deepEqual(versionKey({ type: "malware", created, modified }), version);
  assert.deepEqual(versionKey({ type: "x-any", created, modified }), version);
  const definition = {
    family: "definition",
    micros: microsecondsOf(created),
    spelling: created,
  };
  assert.deepEqual(versionKey({ type: "extension-definition", created, modified }), definition);
  assert.equal(versionKey(tlpDefinition("red")).family, "definition");
  const observable = { family: "observable", micros: null, spelling: null };
  assert.deepEqual(versionKey({ type: "ipv4-addr", value: "198.51.100.3" }), observable);
  assert.deepEqual(versionKey({ type: "url", value: "https://example.com", modified }), observable);
});

test("a modified that is no key is refused", () => {
  for (const wrong of ["2023-05-09T00:00:00.0000001Z", "yesterday", 5, null]) {
    assert.throws(() => versionKey({ type: "malware", modified: wrong }), {
      code: "timestamp-invalid",
    });
  }
});
