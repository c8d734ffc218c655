import assert from "node:assert/strict";
import { test } from "node:test";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import en, { type Key } from "./en/index.ts";
import fr from "./fr/index.ts";
import ko from "./ko/index.ts";
import { SAME_AS_ENGLISH } from "./same-as-english.ts";

const others = { fr, ko } as const;
const keys = Object.keys(en) as Key[];

for (const [language, catalog] of Object.entries(others)) {
  test(`${language} says every message of the English catalog and no other`, () => {
    assert.deepEqual(Object.keys(catalog).sort(), Object.keys(en).sort());
  });

  test(`${language} equals English only where it is listed`, () => {
    const listed = SAME_AS_ENGLISH[language as keyof typeof others];
    const same = keys.filter((key) => catalog[key] === en[key]).map((key) => en[key]);
    assert.deepEqual(
      same.filter((message) => !listed.includes(message)),
      [],
      "translate these, or list them in same-as-english.ts",
    );
    assert.deepEqual(
      listed.filter((message) => !same.includes(message)),
      [],
      "these equal English no longer: take them off the list",
    );
  });

  test(`${language} takes the same values as English`, () => {
    const differing = keys.filter((key) => valuesOf(catalog[key]).join() !== valuesOf(en[key]).join());
    assert.deepEqual(differing, []);
  });
}

for (const [language, catalog] of Object.entries({ en, ...others })) {
  test(`${language}: every message is well-formed ICU`, (context) => {
    // The compiler says what is wrong on the console and hands the text back uncompiled.
    const complaints = context.mock.method(console, "error", () => {});
    const broken = keys.filter((key) => {
      const before = complaints.mock.callCount();
      compileMessage(catalog[key]);
      return complaints.mock.callCount() > before;
    });
    assert.deepEqual(broken, []);
  });

  test(`${language}: no message has the straight apostrophe, which ICU reads as a quotation`, () => {
    assert.deepEqual(
      keys.filter((key) => catalog[key].includes("'")),
      [],
    );
  });
}

/** The names of the values that a message takes, each once. */
function valuesOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      names.add(String(token[0]));
      const choices: unknown = token[2];
      if (choices && typeof choices === "object") for (const choice of Object.values(choices)) walk(choice);
    }
  };
  walk(compileMessage(message));
  names.delete("#");
  return [...names].sort();
}
