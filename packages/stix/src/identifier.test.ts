import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import fc from "fast-check";
import { identifiersInText, isIdentifier, observableId, typeOfIdentifier, uuidv5 } from "./identifier.ts";
import type { JsonObject } from "./json.ts";

type Vector = { id: string; object: JsonObject };
const vectors: Vector[] = JSON.parse(
  readFileSync(new URL("../../../test/vectors/stix/observable-ids.json", import.meta.url), "utf8"),
);
const ID = "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4";

test("deterministic ids are those of the vectors, and no others", () => {
  assert.ok(vectors.length >= 6);
  for (const { id, object } of vectors) {
    assert.equal(observableId(object), id);
    const [name = ""] = Object.keys(object).filter((key) => key !== "type");
    assert.notEqual(observableId({ ...object, [name]: "another" }), id);
    assert.equal(observableId({ ...object, defanged: true }), id, "a property that does not contribute");
  }
});

test("of several hashes the first in the order of preference contributes", () => {
  const [md5, sha256] = ["d41d8cd98f00b204e9800998ecf8427e", "e3b0c442"];
  const both = observableId({
    type: "file",
    hashes: { "SHA-256": sha256, MD5: md5 },
  });
  assert.equal(both, observableId({ type: "file", hashes: { MD5: md5 } }));
  assert.notEqual(both, observableId({ type: "file", hashes: { "SHA-256": sha256 } }));
});

test("a process, an unknown type and an empty file have no deterministic id", () => {
  assert.equal(observableId({ type: "process", pid: 1 }), undefined);
  assert.equal(observableId({ type: "x-any", value: "1" }), undefined);
  assert.equal(observableId({ type: "file" }), undefined);
});

test("UUIDv5 of RFC 4122's DNS namespace", () => {
  const dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
  assert.equal(uuidv5(dns, "python.org"), "886313e1-3b8a-5372-9b90-0c9aee199e5d");
  assert.throws(() => uuidv5("6ba7b810", "python.org"), {
    code: "identifier-invalid",
  });
});

test("an id is a type and a UUID, in any case, and nothing else", () => {
  assert.ok(isIdentifier(ID));
  assert.ok(isIdentifier(ID.toUpperCase()));
  assert.equal(typeOfIdentifier(ID), "ipv4-addr");
  for (const text of [ID.slice(1, -1), `${ID}0`, ` ${ID}`, ID.replace("--", "-"), ID.slice(9), `${ID}\n`]) {
    assert.equal(isIdentifier(text), false, JSON.stringify(text));
    assert.throws(() => typeOfIdentifier(text), { code: "identifier-invalid" });
  }
});

test("ids are found wherever they stand in a text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (before, after) => {
      fc.pre(!/[a-z0-9-]$/i.test(before));
      assert.ok(identifiersInText(before + ID + after).includes(ID));
    }),
  );
  assert.deepEqual(identifiersInText(`see ${ID}, ${ID} and (${ID.replace("ipv4", "ipv6")})`), [
    ID,
    ID.replace("ipv4", "ipv6"),
  ]);
  assert.deepEqual(identifiersInText(`see ${ID.slice(0, -1)} and ${ID.slice(9)}`), []);
});

test("a long text without any id costs no more than its length", () => {
  const started = performance.now();
  assert.deepEqual(identifiersInText("a-".repeat(2_000_000)), []);
  assert.ok(performance.now() - started < 2000);
});
