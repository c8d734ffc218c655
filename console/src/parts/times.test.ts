import assert from "node:assert/strict";
import { test } from "node:test";
import { day, days } from "./times.ts";

test("a day is as exact as it was written", () => {
  assert.equal(day("1953", "en"), "1953");
  assert.equal(day("2013-09", "en"), "September 2013");
  assert.equal(day("2014-02-07", "en"), "7 February 2014");
  assert.equal(day("2023-05-08T23:30:00Z", "en"), "8 May 2023");
});

test("two days that follow each other are joined by a word", () => {
  assert.equal(days("2023-05-08", "2023-05-09", "en"), "8 and 9 May 2023");
  assert.equal(days("2023-05-08", "2023-05-09", "fr"), "8 et 9\u00a0mai 2023");
  assert.equal(days("2023-05-08", "2023-05-08", "en"), "8 May 2023");
});
