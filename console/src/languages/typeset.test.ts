import assert from "node:assert/strict";
import { test } from "node:test";
import { typeset } from "./typeset.ts";

test("French spaces that do not break are put in, and only where the author wrote a space", () => {
  assert.equal(typeset("Point 2 : les menaces", "fr"), "Point 2\u00a0: les menaces");
  assert.equal(typeset("Perdu ? Non ; rien !", "fr"), "Perdu\u202f? Non\u202f; rien\u202f!");
  assert.equal(typeset("« Kimsuky »", "fr"), "«\u00a0Kimsuky\u00a0»");
  assert.equal(
    typeset("à 15:08:10, TLP:AMBER, https://example.org/?q", "fr"),
    "à 15:08:10, TLP:AMBER, https://example.org/?q",
  );
});

test("French ordinals are raised, days stay with their month, the region does not break", () => {
  assert.equal(typeset("la 8e session", "fr"), "la 8ᵉ session");
  assert.equal(typeset("la 1re session, le 1er mai", "fr"), "la 1ʳᵉ session, le 1ᵉʳ\u00a0mai");
  assert.equal(typeset("8 et 9 mai 2023", "fr"), "8 et 9\u00a0mai 2023");
  assert.equal(typeset("9 maillons", "fr"), "9 maillons");
  assert.equal(typeset("Asie-Pacifique", "fr"), "Asie\u2011Pacifique");
});

test("English thousands take the narrow space; a comma between words stays", () => {
  assert.equal(typeset("18,442 entries, 1,204,000 in all", "en"), "18\u202f442 entries, 1\u202f204\u202f000 in all");
  assert.equal(typeset("in 2022,2023", "en"), "in 2022,2023");
});

test("Korean is set as it is written", () => {
  assert.equal(typeset("지표 1,204건 : 제공", "ko"), "지표 1,204건 : 제공");
});
