import assert from "node:assert/strict";
import test from "node:test";
import { acceptsTaxii, isTaxiiMediaType } from "./media-type.ts";

test("an Accept header is served in any order, spacing and q-value", () => {
  const served = [
    undefined,
    "",
    "application/taxii+json;version=2.1",
    "application/taxii+json; version=2.1",
    'Application/TAXII+json ; VERSION = "2.1" ; charset=utf-8',
    "application/taxii+json",
    "text/html, application/taxii+json;q=0.2;version=2.1",
    "application/vnd.oasis.taxii+json;version=2.0, application/taxii+json;version=2.1;q=0.1",
    "*/*",
    "application/*;q=0.5",
    "application/json",
    "application/taxii+json;version=2.1,",
    "application/taxii+json;version=2.1;q=1, */*;q=0",
  ];
  for (const accept of served) assert.equal(acceptsTaxii(accept), true, accept);
});

test("an Accept header that rules TAXII 2.1 out is not", () => {
  const refused = [
    "application/vnd.oasis.taxii+json",
    "application/vnd.oasis.stix+json; version=2.0",
    "application/taxii+json;version=2.0",
    'application/taxii+json;version="2.2"',
    "text/html",
    "application/taxii+json;version=2.1;q=0",
    "application/taxii+json;q=0, */*",
    "*/*;q=0.0",
    `application/taxii+json;version=2.1,${" ".repeat(5000)}`,
  ];
  for (const accept of refused) assert.equal(acceptsTaxii(accept), false, accept);
});

test("a client takes only answers labelled TAXII 2.1", () => {
  assert.equal(isTaxiiMediaType("application/taxii+json;version=2.1"), true);
  assert.equal(isTaxiiMediaType("application/taxii+json; charset=utf-8; version=2.1"), true);
  const others = ["application/taxii+json", "application/json", "application/taxii+json;version=2.0", undefined];
  for (const type of others) assert.equal(isTaxiiMediaType(type), false, type);
  assert.equal(isTaxiiMediaType("application/taxii+json;version=2.1, text/html"), false);
});
