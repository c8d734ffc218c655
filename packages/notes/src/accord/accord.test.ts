import assert from "node:assert/strict";
import { hash } from "node:crypto";
import test from "node:test";
import { NotesError } from "../error.ts";
import { generateSigningKey } from "../note/key.ts";
import { addSignature, signNote } from "../note/sign-note.ts";
import { actNote, actText, parseActText, signAct, verifyAct } from "./act.ts";
import { canonicalText, textOf } from "./canonical-text.ts";
import type { Manifest } from "./manifest.ts";
import { manifestText, parseManifest } from "./manifest-text.ts";

const KOREA = "identity--0f9d3a52-8f04-4a4e-9a5c-1c5d3f6f0b01";
const USA = "identity--5a1c7f0e-64d3-4c55-8d25-7e0a9a9d4c02";
const SESSION = "entente-session--0f9d3a52-8f04-4a4e-9a5c-1c5d3f6f0b01";

test("a canonical text is taken as it is", () => {
  const text = "1. 제8차 회의\n\n2. Huitième réunion, « à Séoul »\n";
  assert.equal(canonicalText(Buffer.from(text)), text);
  assert.equal(textOf(["1. One.\nTwo lines.", "2. Two."]), "1. One.\nTwo lines.\n\n2. Two.\n");
  for (const paragraphs of [[], [""], ["a", ""], ["a\n"], ["\na"], ["a\n\nb"], ["a "], ["e\u0301"]]) {
    assert.throws(() => textOf(paragraphs), { code: "text-not-canonical" });
  }
});

test("each fault is refused, with its place", () => {
  const faults: [string, RegExp, [line: number, column: number]][] = [
    ["ok\nSe\u0301oul\n", /NFC/, [2, 2]],
    ["\u1112\u1161\u11ab\n", /NFC/, [1, 1]],
    ["one\r\ntwo\n", /carriage return/, [1, 4]],
    ["one\ntwo \n", /blank/, [2, 4]],
    ["one\u3000\n", /blank/, [1, 4]],
    ["one\u00a0", /blank/, [1, 4]],
    ["one", /no newline/, [1, 4]],
    ["", /no newline/, [1, 1]],
    ["one\n\n", /empty last line/, [2, 1]],
    ["\none\n", /empty first line/, [1, 1]],
    ["o\tne\n", /control/, [1, 2]],
    ["one\u0085\n", /control/, [1, 4]],
    ["𝟖\u0000\n", /control/, [1, 2]],
    ["one\n\u202etwo\n", /bidirectional/, [2, 1]],
    ["a\u200fb\n", /bidirectional/, [1, 2]],
    ["a\u2066b\n", /bidirectional/, [1, 2]],
    ["a\u200bb\n", /zero-width/, [1, 2]],
    ["a\u200db\n", /zero-width/, [1, 2]],
    ["a\u00adb\n", /zero-width/, [1, 2]],
    ["\ufeffa\n", /zero-width/, [1, 1]],
    ["a\u3164b\n", /zero-width/, [1, 2]],
    ["a\ufe0fb\n", /zero-width/, [1, 2]],
    ["a\u{e0041}b\n", /zero-width/, [1, 2]],
    ["a\u2028b\n", /separator/, [1, 2]],
    ["a\ud800b\n", /surrogate/, [1, 1]],
  ];
  for (const [text, message, [line, column]] of faults) {
    const expected = { code: "text-not-canonical", kind: "malformed", message, position: { line, column } };
    assert.throws(() => canonicalText(text), expected, JSON.stringify(text));
  }
  assert.throws(() => canonicalText(Buffer.from("a\u200bb\n")), { message: /zero-width/ });
  assert.throws(() => canonicalText(Buffer.of(0xed, 0x0a)), { message: /not UTF-8/ });
});

const MANIFEST: Manifest = {
  symbol: "CCWG-8/JS/1",
  kind: "joint-communique",
  parties: [KOREA, USA],
  precedence: "host-first",
  texts: [
    { language: "ko", status: "authentic", copy: "single", sha256: "11".repeat(32) },
    { language: "en", status: "authentic", copy: "single", sha256: "22".repeat(32) },
    { language: "fr", status: "courtesy", copy: "single", sha256: "33".repeat(32) },
  ],
  annexes: [{ name: "terms.v1.txt", sha256: "44".repeat(32) }],
  basis: SESSION,
  corrects: "55".repeat(32),
};
const LINES = [
  "entente/accord/v1",
  "symbol CCWG-8/JS/1",
  "kind joint-communique",
  `parties ${KOREA} ${USA}`,
  "precedence host-first",
  `text en authentic single ${"22".repeat(32)}`,
  `text fr courtesy single ${"33".repeat(32)}`,
  `text ko authentic single ${"11".repeat(32)}`,
  `annex terms.v1.txt ${"44".repeat(32)}`,
  `basis ${SESSION}`,
  `corrects ${"55".repeat(32)}`,
];
const fileOf = (lines: readonly string[]): string => `${lines.join("\n")}\n`;

test("a manifest has one spelling", () => {
  assert.equal(manifestText(MANIFEST), fileOf(LINES));
  assert.equal(manifestText({ ...MANIFEST, parties: [USA, KOREA] }), fileOf(LINES));
  assert.equal(manifestText(parseManifest(Buffer.from(fileOf(LINES)))), fileOf(LINES));

  const swapped = (line: number) => LINES.with(line, LINES[line + 1]!).with(line + 1, LINES[line]!);
  const wrong = [
    ...LINES.slice(0, 8)
      .map((_, line) => LINES.toSpliced(line, 1))
      .filter((_, line) => line !== 6 && line !== 7 && line !== 5),
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(swapped),
    ...LINES.map((line, index) => LINES.toSpliced(index, 0, line)),
    LINES.with(1, "symbol CCWG-8/JS/1 more"),
    LINES.with(1, "symbol  CCWG-8/JS/1"),
    LINES.with(3, `parties ${USA} ${KOREA}`),
    LINES.with(3, `parties ${KOREA} ${KOREA}`),
    LINES.with(3, `parties ${KOREA}`),
    LINES.with(4, "precedence alternat"),
    LINES.with(5, LINES[5]!.replace("en", "EN")),
    LINES.with(5, LINES[5]!.replace("authentic", "official")),
    LINES.with(5, LINES[5]!.replace("single", KOREA)),
    LINES.with(5, LINES[5]!.replace("22", "2")),
    LINES.with(8, LINES[8]!.replace("terms.v1.txt", "../terms")),
    LINES.with(8, LINES[8]!.replace("terms.v1.txt", "en.single.txt")),
    LINES.with(9, `basis ${KOREA}`),
    [...LINES, "note something"],
  ];
  for (const lines of wrong) assert.throws(() => parseManifest(fileOf(lines)), { kind: "malformed" }, fileOf(lines));
  assert.throws(() => parseManifest(fileOf(LINES).slice(0, -1)), { kind: "malformed" });
  assert.throws(() => manifestText({ ...MANIFEST, symbol: "CCWG-8/JS/1\nkind agreed-minutes" }), { kind: "malformed" });
});

test("under alternat each party has its copy of every text", () => {
  const copies = [KOREA, USA].map((copy) => ({
    language: "en",
    status: "authentic" as const,
    copy,
    sha256: "22".repeat(32),
  }));
  const manifest: Manifest = { ...MANIFEST, precedence: "alternat", texts: copies };
  assert.deepEqual(parseManifest(manifestText(manifest)).texts, copies);
  assert.throws(() => manifestText({ ...manifest, texts: copies.slice(1) }), { code: "manifest-invalid" });
  const mixed = copies.with(1, { ...copies[1]!, sha256: "33".repeat(32), copy: "single" });
  assert.throws(() => manifestText({ ...manifest, texts: mixed }), { code: "manifest-invalid" });
});

const SHA256 = hash("sha256", manifestText(MANIFEST), "hex");
const [korea, usa] = [generateSigningKey(), generateSigningKey()];
const KEYS = [
  { party: KOREA, publicKey: korea.publicKey },
  { party: USA, publicKey: usa.publicKey },
];
const PARTIES = [KOREA, USA];

test("an act is three lines, and nothing else", () => {
  const publish = { name: "publish", instant: "2023-05-09T03:00:00Z" } as const;
  assert.equal(actText(publish, SHA256), `entente/act/v1\npublish 2023-05-09T03:00:00Z\n${SHA256}\n`);
  assert.deepEqual(parseActText(actText(publish, SHA256)), { act: publish, manifestSha256: SHA256 });
  const wrong = [
    `entente/act/v1\npublish\n${SHA256}\n`,
    `entente/act/v1\npublish tomorrow\n${SHA256}\n`,
    `entente/act/v1\nsign 2023-05-09T03:00:00Z\n${SHA256}\n`,
    `entente/act/v1\napprove\n${SHA256}\n`,
    `entente/act/v2\nsign\n${SHA256}\n`,
    `entente/act/v1\nsign\n${SHA256.toUpperCase()}\n`,
    `entente/act/v1\nsign\n${SHA256}\n\n`,
    `entente/act/v1\nsign\n${SHA256}`,
  ];
  for (const text of wrong) assert.throws(() => parseActText(text), { code: "act-invalid" }, text);
});

test("signed means that both lines are there and right, in any order", () => {
  const sign = { name: "sign" } as const;
  const ofKorea = signAct(sign, SHA256, KOREA, korea.privateKey);
  const ofUsa = signAct(sign, SHA256, USA, usa.privateKey);
  const note = actNote(sign, SHA256, [ofUsa, ofKorea]);
  assert.equal(note, actNote(sign, SHA256, [ofKorea, ofUsa, ofKorea]));
  assert.equal(verifyAct(note, PARTIES, KEYS).signed, true);

  const half = actNote(sign, SHA256, [ofUsa]);
  assert.deepEqual(verifyAct(half, PARTIES, KEYS), {
    act: sign,
    manifestSha256: SHA256,
    signedBy: [USA],
    missing: [KOREA],
    signed: false,
  });
  const witnessed = addSignature(half, { name: "witness.example", privateKey: korea.privateKey });
  assert.deepEqual(verifyAct(witnessed, PARTIES, KEYS).missing, [KOREA]);
  const strangers = signNote(actText(sign, SHA256), { name: "witness.example", privateKey: korea.privateKey });
  assert.deepEqual(verifyAct(strangers, PARTIES, KEYS).signedBy, []);

  const initial = signAct({ name: "initial" }, SHA256, KOREA, korea.privateKey);
  const forged = signAct(sign, SHA256, KOREA, usa.privateKey);
  const ofOtherText = signAct(sign, "00".repeat(32), KOREA, korea.privateKey);
  for (const line of [initial, forged, ofOtherText]) {
    const wrong = () => verifyAct(actNote(sign, SHA256, [ofUsa, line]), PARTIES, KEYS);
    assert.throws(wrong, (error) => error instanceof NotesError && error.code === "signature-wrong");
  }
});
