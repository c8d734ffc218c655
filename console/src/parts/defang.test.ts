import assert from "node:assert/strict";
import { test } from "node:test";
import { defang } from "./defang.ts";

test("what could be followed by mistake is defanged", () => {
  assert.equal(defang("seoulhobi.biz"), "seoulhobi[.]biz");
  assert.equal(defang("https://mail.example.com/a.b?c=d.e"), "hxxps://mail.example[.]com/a.b?c=d.e");
  assert.equal(defang("192.0.2.14"), "192.0.2[.]14");
  assert.equal(defang("admin@example.org"), "admin[at]example[.]org");
  assert.equal(defang("203.0.113.0/29"), "203.0.113[.]0/29");
});

test("what nobody can follow stays as it is", () => {
  assert.equal(defang("9e107d9d372bb6826bd81d3542a419d6"), "9e107d9d372bb6826bd81d3542a419d6");
  assert.equal(defang("a sentence. And another."), "a sentence. And another.");
});
