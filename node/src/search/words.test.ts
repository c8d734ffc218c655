import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { folded, holdsPhrases, indexedTokens, phrasesOf } from "./words.ts";

test("Hangul becomes overlapping pairs, the last sign alone; words of other scripts stay whole, without accents", () => {
  assert.deepEqual(indexedTokens("북한의 위협"), ["북한", "한의", "의", "위협", "협"]);
  assert.deepEqual(indexedTokens("Réseau «Œuvre» du Nord-Est"), ["reseau", "oeuvre", "du", "nord", "est"]);
  assert.deepEqual(indexedTokens("APT37그룹"), ["apt37", "그룹", "룹"]);
  assert.deepEqual(indexedTokens("evil[.]example, 10.0.0.1"), ["evil", "example", "10", "0", "0", "1"]);
  assert.deepEqual(indexedTokens("ラザルス 攻撃"), ["ラザ", "ザル", "ルス", "ス", "攻撃", "撃"]);
});

test("composed and decomposed spellings are one", () => {
  for (const text of ["réseau", "북한", "Große Übung", "ガス"]) {
    assert.equal(folded(text.normalize("NFD")), folded(text), text);
  }
});

const FOUND: readonly (readonly [text: string, wanted: string])[] = [
  ["북한 해킹조직 라자루스", "북한"],
  ["사이버 위협정보", "위협"],
  ["한미 합동훈련", "훈련"],
  ["라자루스 그룹", "라자루스"],
  ["침해사고 대응 실무그룹", "그룹"],
  ["réseau", "reseau"],
  ["reseau", "Réseau"],
  ["북한", "한"],
  ["한국", "한"],
  ["대북한apt37", "한apt"],
  ["Lazarus Group", "lazar"],
  ["foo-bar baz", "foo-bar"],
];
const NOT_FOUND: readonly (readonly [text: string, wanted: string])[] = [
  ["북측 한국", "북한"],
  ["위험 협정", "위협"],
  ["Lazarus Group", "azarus"],
  ["foo baz bar", "foo-bar"],
  ["apt 37", "apt37"],
];

test("what is asked is found, inside of a run too; what only resembles it is not", () => {
  for (const [text, wanted] of FOUND) assert.ok(holdsPhrases(text, phrasesOf(wanted)), `${wanted} in ${text}`);
  for (const [text, wanted] of NOT_FOUND) assert.ok(!holdsPhrases(text, phrasesOf(wanted)), `${wanted} in ${text}`);
});

test("a run of Hangul is found exactly where a scan of the text finds it", () => {
  const hangul = fc.string({ unit: fc.constantFrom("북", "한", "위", "협", "훈", "련"), minLength: 1, maxLength: 8 });
  const text = fc.array(hangul, { minLength: 1, maxLength: 5 }).map((runs) => runs.join(" "));
  fc.assert(
    fc.property(text, hangul, (told, wanted) => {
      assert.equal(holdsPhrases(told, phrasesOf(wanted)), told.includes(wanted));
    }),
  );
});

test("whatever is typed becomes tokens of letters and digits alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      for (const { tokens } of phrasesOf(text)) {
        for (const token of tokens) assert.match(token, /^[\p{L}\p{N}\p{M}\p{Script=Han}\p{Script=Hangul}ーｰﾞﾟ]+$/u);
      }
    }),
  );
});
