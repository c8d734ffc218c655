import assert from "node:assert/strict";
import test from "node:test";
import { daysText, instantText } from "./dates.ts";
import { preferredLanguage } from "./languages.ts";
import { raisedOrdinals, shortOrdinal, typeset } from "./typography.ts";
import { LANGUAGES, WORDS } from "./words/index.ts";

test("French gets its no-break spaces and hyphen, once, whoever typed what", () => {
  const set = typeset("« Quel numéro ? » : 25 000 le 8 mai 2023 ; Asie-Pacifique !", "fr");
  assert.equal(
    set,
    "«\u00a0Quel numéro\u202f?\u00a0»\u00a0: 25\u202f000 le 8\u00a0mai 2023\u202f; Asie\u2011Pacifique\u202f!",
  );
  assert.equal(typeset(set, "fr"), set);
  assert.equal(typeset("Which one ? 25 000", "en"), "Which one ? 25 000");
  assert.equal(typeset("http://x.example/: 1", "fr"), "http://x.example/: 1");
});

test("ordinals are raised in French only", () => {
  assert.deepEqual(raisedOrdinals("la 48e et la 1re", "fr"), [
    { text: "la 48", raised: false },
    { text: "e", raised: true },
    { text: " et la 1", raised: false },
    { text: "re", raised: true },
  ]);
  assert.deepEqual(raisedOrdinals("48e", "en"), [{ text: "48e", raised: false }]);
  assert.deepEqual(
    [1, 2, 3, 11, 22].map((number) => shortOrdinal(number, "en")),
    ["1st", "2nd", "3rd", "11th", "22nd"],
  );
  assert.deepEqual([shortOrdinal(1, "fr"), shortOrdinal(8, "fr"), shortOrdinal(8, "ko")], ["1re", "8e", "제8차"]);
});

test("the days of a session, as each language says them", () => {
  const days = (start?: string, stop?: string) => LANGUAGES.map((language) => daysText(start, stop, language));
  assert.deepEqual(days("2023-05-08", "2023-05-09"), ["2023년 5월 8일과 9일", "8 and 9 May 2023", "8 et 9 mai 2023"]);
  assert.deepEqual(days("2014-02-07", "2014-02-07"), ["2014년 2월 7일", "7 February 2014", "7 février 2014"]);
  assert.deepEqual(days("2014"), ["2014년", "2014", "2014"]);
  assert.deepEqual(days(), [undefined, undefined, undefined]);
  // Two days that follow each other across a month's end are not "31 and 1".
  assert.match(daysText("2023-05-31", "2023-06-01", "en") ?? "", /31 May.*1 June 2023/);
  assert.equal(instantText("2023-05-10T01:00:00Z", "en"), "10 May 2023 at 01:00 UTC");
});

test("the visitor's language comes from Accept-Language, by weight", () => {
  assert.equal(preferredLanguage("de, fr;q=0.5, ko;q=0.9"), "ko");
  assert.equal(preferredLanguage("fr-CA"), "fr");
  assert.equal(preferredLanguage("fr;q=0, en"), "en");
  assert.equal(preferredLanguage("de"), "en");
  assert.equal(preferredLanguage(undefined), "en");
});

test("no phrase was left in English", () => {
  for (const language of ["fr", "ko"] as const) {
    const same = Object.entries(WORDS[language]).filter(
      ([key, text]) => text === WORDS.en[key as keyof typeof WORDS.en],
    );
    assert.deepEqual(same, [], language);
  }
  const places = (text: string) => (text.match(/\{[a-z]+\}/g) ?? []).sort();
  for (const [key, english] of Object.entries(WORDS.en)) {
    if (key === "session.n") continue;
    for (const language of ["fr", "ko"] as const) {
      assert.deepEqual(places(WORDS[language][key as keyof typeof WORDS.en]), places(english), `${language} ${key}`);
    }
  }
});
