import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";
import { gunzipSync } from "node:zlib";
import { canonicalJson, objectsOfBundle, parseJson, validateObject } from "@entente/stix";
import canonicalize from "canonicalize";

const bundle = new URL("../../../shared/data/attack-enterprise-18.1.json.gz", import.meta.url);
const skip = existsSync(bundle) ? false : "put ATT&CK 18.1 into ../shared/data to run this";

test("the whole of ATT&CK 18.1 is valid and known, and its canonical form is the reference's", { skip }, () => {
  const slices = objectsOfBundle(gunzipSync(readFileSync(bundle)));
  assert.equal(slices.length, 24_771);
  for (const slice of slices) {
    const object = parseJson(slice.bytes);
    const result = validateObject(object);
    assert.ok(result.ok, JSON.stringify(result));
    assert.deepEqual(result.unknown, []);
    assert.deepEqual(result.warnings, []);
    assert.equal(canonicalJson(object), canonicalize(object));
  }
});

test("and one property more would have been seen", { skip }, () => {
  const [first] = objectsOfBundle(gunzipSync(readFileSync(bundle)));
  const object = parseJson(first?.bytes ?? "") as object;
  const result = validateObject({ ...object, x_mitre_surprise: true });
  assert.deepEqual(result.ok && result.unknown, ["$.x_mitre_surprise"]);
});
