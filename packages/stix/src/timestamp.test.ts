import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { isTimestamp, microsecondsOf, millisecondTimestamp, timestampOf } from "./timestamp.ts";

test("a timestamp and its microseconds are the same thing", () => {
  fc.assert(
    fc.property(fc.integer({ min: -8_990_000_000_000_000, max: 8_990_000_000_000_000 }), (micros) => {
      assert.equal(microsecondsOf(timestampOf(micros)), micros);
    }),
  );
});

test("what is a timestamp agrees with the calendar of Date, whatever stands there", () => {
  const sign = fc.constantFrom(..."0123456789-:.TZtz+ /é");
  const start = fc.constantFrom("2023-05-08T00:00:00Z", "2000-02-29T23:59:59.120Z", "0000-12-31T00:00:00Z");
  const edits = fc.array(fc.tuple(fc.nat(25), sign), { maxLength: 3 });
  fc.assert(
    fc.property(start, edits, (text, changes) => {
      let edited = text;
      for (const [place, put] of changes) edited = edited.slice(0, place) + put + edited.slice(place + 1);
      const hasForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(edited);
      const date = new Date(`${edited.slice(0, 19)}Z`);
      const exists = hasForm && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(edited.slice(0, 19));
      assert.equal(isTimestamp(edited), exists, edited);
    }),
    { numRuns: 5000 },
  );
});

test("milliseconds agree with Date", () => {
  fc.assert(
    fc.property(fc.integer({ min: -8e12, max: 8e12 }), (ms) => {
      assert.equal(microsecondsOf(millisecondTimestamp(ms)), ms * 1000);
    }),
  );
});

test("every spelling of an instant has the same key", () => {
  const spellings = ["2023-05-08T00:00:00Z", "2023-05-08T00:00:00.0Z", "2023-05-08T00:00:00.000000Z"];
  assert.deepEqual(new Set(spellings.map(microsecondsOf)).size, 1);
  assert.notEqual(microsecondsOf("2023-05-08T00:00:00.000001Z"), microsecondsOf("2023-05-08T00:00:00Z"));
});

test("days and times that do not exist are refused", () => {
  const wrong = [
    "2023-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2023-13-01T00:00:00Z",
    "2023-00-01T00:00:00Z",
    "2023-04-31T00:00:00Z",
    "2023-05-08T24:00:00Z",
    "2016-12-31T23:59:60Z",
    "2023-05-08T00:00:00+00:00",
    "2023-05-08t00:00:00z",
    "2023-05-08 00:00:00Z",
    "2023-05-08T00:00:00.Z",
    "2023-05-08T00:00Z",
    "2023-05-08T00:00:00Z\n",
  ];
  for (const text of wrong) {
    assert.equal(isTimestamp(text), false, text);
    assert.throws(() => microsecondsOf(text), { code: "timestamp-invalid" });
  }
  assert.ok(isTimestamp("2000-02-29T00:00:00Z"));
});

test("finer than a microsecond, or beyond 2^53, is a timestamp but no key", () => {
  for (const text of ["2023-05-08T00:00:00.0000001Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"]) {
    assert.ok(isTimestamp(text));
    assert.throws(() => microsecondsOf(text), { code: "timestamp-invalid" });
  }
});
