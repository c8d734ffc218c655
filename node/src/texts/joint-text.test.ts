import assert from "node:assert/strict";
import { hash } from "node:crypto";
import test from "node:test";
import { generateSigningKey, manifestSha256, signAct } from "@entente/notes";
import type { EntenteError } from "#kernel/errors";
import { checkParagraph } from "./canonical-paragraph.ts";
import { instantToSign } from "./instant.ts";
import { jointTextOf } from "./joint-text.ts";
import { awaited } from "./joint-texts.ts";
import type { Held, Revision, TextAct } from "./model.ts";
import { whyNot } from "./possible-acts.ts";
import { signatureOf } from "./signing.ts";

const KOREA = "identity--3c6a6523-1f8b-4d9a-9650-2830cc9882a8";
const USA = "identity--c8f8ff60-1b6d-4aa6-bafd-5a323b147615";
const TEXT = "entente-joint-text--11111111-1111-4111-8111-111111111111";
const SESSION = "entente-session--22222222-2222-4222-8222-222222222222";
const [FIRST, SECOND] = ["33333333-3333-4333-8333-333333333333", "44444444-4444-4444-8444-444444444444"] as const;
const [korea, usa] = [generateSigningKey(), generateSigningKey()];
const KEYS = [
  { party: KOREA, publicKey: korea.publicKey },
  { party: USA, publicKey: usa.publicKey },
];
const officer = { role: "releasing-officer" } as const;

let sequence = 0;
function revision(party: string, paragraph: string, words: string, more: Partial<Revision> = {}): Revision {
  sequence += 1;
  const objectId = `entente-paragraph--${String(sequence).padStart(8, "0")}-0000-4000-8000-000000000000`;
  const created = `2026-01-01T00:00:00.${String(sequence).padStart(3, "0")}Z`;
  const texts = { en: `${words}.`, ko: `${words}, 한국어.` };
  const digest = hash("sha256", objectId, "hex");
  const replaces = undefined;
  return {
    party,
    entry: sequence,
    sequence,
    at: sequence,
    objectId,
    paragraph,
    digest,
    texts,
    replaces,
    created,
    ...more,
  };
}
function act(party: string, name: string, subject: string, digest: string, more: Partial<TextAct> = {}): TextAct {
  sequence += 1;
  const [instant, signature] = [undefined, undefined];
  const actId = `entente-act--${sequence}`;
  return {
    party,
    entry: sequence,
    sequence,
    at: sequence,
    actId,
    act: name,
    subject,
    digest,
    instant,
    signature,
    ...more,
  };
}
const accept = (party: string, { objectId, digest }: Revision, more: Partial<TextAct> = {}) =>
  act(party, "accept", objectId, digest, more);
const table = () => act(KOREA, "table", TEXT, "0".repeat(64));

function held(revisions: readonly Revision[], acts: readonly TextAct[], more: Partial<Held> = {}): Held {
  const frame: Held["frame"] = {
    id: TEXT,
    digest: "0".repeat(64),
    writer: KOREA,
    symbol: "CCWG-8/JS/1",
    kind: "joint-communique",
    sessionId: SESSION,
    title: { en: "Joint communiqué" },
    languages: [
      { language: "ko", status: "authentic" },
      { language: "en", status: "authentic" },
    ],
    precedence: "host-first",
    paragraphs: [FIRST, SECOND],
  };
  return { frame, own: KOREA, other: USA, revisions, acts, keys: KEYS, accord: null, ...more };
}
const atUsa = (kept: Held): Held => ({ ...kept, own: USA, other: KOREA });

const opening = revision(KOREA, FIRST, "1. The eighth session met");
const conclusion = revision(KOREA, SECOND, "2. It decided");
const accepted = [table(), accept(USA, opening), accept(USA, conclusion)];

function agreedManifest(): string {
  const { content } = jointTextOf(held([opening, conclusion], accepted));
  assert.ok(content.ok);
  return content.sha256;
}
const SHA = agreedManifest();
const INSTANT = "2026-01-02T00:00:00.000Z";
function signed(
  party: string,
  name: "sign" | "publish",
  instant = INSTANT,
  key = party === KOREA ? korea : usa,
): TextAct {
  const signing = name === "publish" ? { name, instant } : { name };
  const signature = signatureOf(signAct(signing, SHA, party, key.privateKey));
  return act(party, name, TEXT, SHA, { signature, instant: name === "publish" ? instant : undefined });
}

test("every paragraph agreed gives the same manifest at both nodes, and one paragraph fewer none", () => {
  const both = held([opening, conclusion], accepted);
  const [here, there] = [jointTextOf(both), jointTextOf(atUsa(both))];
  assert.ok(here.content.ok && there.content.ok);
  assert.equal(here.content.text, there.content.text);
  assert.equal(manifestSha256(here.content.text), SHA);
  assert.match(here.content.text, new RegExp(`^parties ${KOREA} ${USA}$`, "m"));
  assert.match(here.content.text, new RegExp(`^basis ${SESSION}$`, "m"));
  assert.equal(
    here.content.texts.find(({ language }) => language === "en")?.text,
    "1. The eighth session met.\n\n2. It decided.\n",
  );
  assert.deepEqual([here.state, there.state], ["agreed", "agreed"]);

  const half = jointTextOf(held([opening, conclusion], accepted.slice(0, 2)));
  assert.deepEqual([half.state, half.content], ["tabled", { ok: false, why: "not-every-paragraph-agreed" }]);
  const other = jointTextOf(held([opening, conclusion], accepted, { frame: { ...both.frame, symbol: "CCWG-8/JS/2" } }));
  assert.ok(other.content.ok && other.content.sha256 !== SHA);
  assert.equal(jointTextOf(held([opening, conclusion], accepted.slice(1))).state, "draft");
});

test("a party's position is its last act: acceptances that cross agree on nothing, until one side accepts", () => {
  const ours = revision(KOREA, SECOND, "2. It resolved", { replaces: conclusion.digest });
  const theirs = revision(USA, SECOND, "2. It endorsed", { replaces: conclusion.digest });
  const all = [opening, conclusion, ours, theirs];
  const crossing = held(all, [...accepted, accept(USA, ours), accept(KOREA, theirs)]);
  for (const kept of [crossing, atUsa(crossing)]) {
    const [, second] = jointTextOf(kept).paragraphs;
    assert.equal(second?.agreed, false);
    assert.equal(second?.shown.digest, theirs.digest);
    assert.equal(new Set(second?.positions.map(({ digest }) => digest)).size, 2);
  }
  const settled = held(all, [...crossing.acts, accept(USA, theirs)]);
  assert.deepEqual(
    [jointTextOf(settled).state, jointTextOf(settled).paragraphs[1]?.shown.digest],
    ["agreed", theirs.digest],
  );
  // What was agreed once is open again when one of the two moves on.
  assert.equal(jointTextOf(held([opening, conclusion, ours], accepted)).state, "tabled");
});

test("the order is that of the log, not of arrival; drafts that never left do not count", () => {
  const ours = revision(KOREA, SECOND, "2. It resolved", { replaces: conclusion.digest });
  const back = { ...accept(KOREA, conclusion), entry: 900 };
  const forth = { ...accept(KOREA, ours), entry: 800 };
  const logged = jointTextOf(held([opening, conclusion, ours], [...accepted, back, forth]));
  assert.equal(logged.paragraphs[1]?.shown.digest, conclusion.digest);
  const twin = jointTextOf(held([opening, conclusion, ours], [...accepted, { ...back, entry: 700 }, forth]));
  assert.equal(twin.paragraphs[1]?.agreed, false);

  const draft = revision(KOREA, FIRST, "1. Draft", { entry: null });
  const tabled = { ...opening, replaces: draft.digest };
  const kept = held([draft, tabled, conclusion], accepted);
  assert.equal(jointTextOf(kept).state, "agreed");
  assert.equal(jointTextOf({ ...kept, revisions: [draft, opening, conclusion] }).state, "tabled");
});

test("signed is what both keys have signed under this manifest and under this act", () => {
  const state = (...acts: TextAct[]) => jointTextOf(held([opening, conclusion], [...accepted, ...acts])).state;
  assert.equal(state(signed(KOREA, "sign")), "signed-by-us");
  assert.equal(state(signed(USA, "sign")), "signed-by-them");
  assert.equal(state(signed(KOREA, "sign"), signed(USA, "sign")), "signed");
  const both = [signed(KOREA, "sign"), signed(USA, "sign")];
  assert.equal(state(...both, signed(KOREA, "publish"), signed(USA, "publish")), "publication-agreed");
  assert.equal(state(...both, signed(KOREA, "publish"), signed(USA, "publish", "2026-01-02T00:00:01.000Z")), "signed");
  // A publish line handed in as a signature, a signature by another key, over another manifest, before a withdrawal.
  const replayed = { ...signed(USA, "publish"), act: "sign", instant: undefined };
  const forged = signed(USA, "sign", INSTANT, korea);
  const elsewhere = { ...signed(USA, "sign"), digest: "f".repeat(64) };
  for (const wrong of [replayed, forged, elsewhere]) assert.equal(state(signed(KOREA, "sign"), wrong), "signed-by-us");
  assert.equal(state(...both, act(USA, "withdraw", TEXT, SHA)), "signed-by-us");

  const text = jointTextOf(held([opening, conclusion], [...accepted, forged]));
  assert.equal(whyNot(text, "sign", officer), "signature-of-other-side-wrong");
  assert.equal(whyNot(jointTextOf(held([opening, conclusion], accepted)), "sign", officer), null);
  // Nobody stands for the other: without its key, a line proves nothing.
  const keyless = held([opening, conclusion], [...accepted, ...both], { keys: KEYS.slice(0, 1) });
  assert.equal(jointTextOf(keyless).state, "signed-by-us");
});

test("each act is possible in its state alone, and says why not", () => {
  const whys = (acts: readonly TextAct[], own = KOREA, role: "analyst" | "releasing-officer" = "releasing-officer") => {
    const kept = held([opening, conclusion], acts);
    const text = jointTextOf(own === KOREA ? kept : atUsa(kept));
    return (["edit", "table", "accept", "sign", "publish"] as const).map((name) => whyNot(text, name, { role }));
  };
  const both = [...accepted, signed(KOREA, "sign"), signed(USA, "sign")];
  const needs = "needs-both-signatures";
  assert.deepEqual(whys([]), [null, null, "not-tabled-yet", "not-tabled-yet", needs]);
  assert.deepEqual(whys([], USA).slice(0, 2), ["not-tabled-yet", "draft-of-other-side"]);
  assert.deepEqual(whys([], KOREA, "analyst").slice(0, 2), [null, "needs-releasing-officer"]);
  assert.deepEqual(whys([table()]), [
    null,
    "tabled-already",
    "waits-for-other-side",
    "not-every-paragraph-agreed",
    needs,
  ]);
  assert.deepEqual(whys([table()], USA), [null, "tabled-already", null, "not-every-paragraph-agreed", needs]);
  assert.deepEqual(whys(accepted), [null, "tabled-already", "agreed-already", null, needs]);
  const signedOnce = ["text-is-signed", "tabled-already", "text-is-signed"];
  assert.deepEqual(whys(both), [...signedOnce, "signed-by-us-already", null]);
  assert.deepEqual(whys(both, USA, "analyst").at(-1), "needs-releasing-officer");
  const published = [...both, signed(KOREA, "publish")];
  assert.deepEqual(
    [whys(published).at(-1), whys(published, USA).at(-1)],
    ["waits-for-publication-of-other-side", null],
  );
  assert.deepEqual(whys([...published, signed(USA, "publish")]).at(-1), "publication-agreed-already");
});

test("of two instants that cross, only the side of the earlier one signs again", () => {
  const later = "2026-01-02T00:00:05.000Z";
  const crossing = held(
    [opening, conclusion],
    [...accepted, signed(KOREA, "sign"), signed(USA, "sign"), signed(KOREA, "publish"), signed(USA, "publish", later)],
  );
  const [here, there] = [jointTextOf(crossing), jointTextOf(atUsa(crossing))];
  assert.equal(whyNot(here, "publish", officer), null);
  assert.equal(whyNot(there, "publish", officer), "waits-for-publication-of-other-side");
  assert.deepEqual(
    [awaited(here), awaited(there)],
    [[{ act: "publish", side: "ours" }], [{ act: "publish", side: "theirs" }]],
  );
  const settled = jointTextOf({ ...crossing, acts: [...crossing.acts, signed(KOREA, "publish", later)] });
  assert.deepEqual([settled.state, settled.instant], ["publication-agreed", later]);
});

test("what waits for whom", () => {
  const text = (acts: readonly TextAct[]) => awaited(jointTextOf(held([opening, conclusion], acts)));
  assert.deepEqual(text([]), []);
  assert.deepEqual(text([table()]), [{ act: "accept", side: "theirs" }]);
  assert.deepEqual(text(accepted), [
    { act: "sign", side: "ours" },
    { act: "sign", side: "theirs" },
  ]);
  assert.deepEqual(text([...accepted, signed(USA, "sign")]), [{ act: "sign", side: "ours" }]);
});

test("a paragraph that could not be checked later is refused where it is wrong, and nothing is repaired", () => {
  const { frame } = held([], []);
  const pathsOf = (texts: Record<string, string>) => {
    try {
      checkParagraph(frame, texts);
      return [];
    } catch (error) {
      const { code, remedy, faults } = error as EntenteError;
      assert.equal(code, "text-not-canonical");
      assert.ok(remedy);
      return faults.map(({ path }) => path.replace("body/texts/", ""));
    }
  };
  const good = { en: "1. Text.", ko: "1. 글." };
  assert.deepEqual(pathsOf(good), []);
  assert.deepEqual(pathsOf({ ...good, en: "a\nb" }), []);
  const bad = ["a\r\nb", "a \nb", "a ", "a\u202Eb", "a\u200Bb", "a\n\nb", "", "a\n", "\tb", "e\u0301", "\uFEFFa"];
  for (const en of bad) assert.deepEqual(pathsOf({ ...good, en }), ["en"], JSON.stringify(en));
  assert.deepEqual(pathsOf({ ...good, ko: "글".normalize("NFD") }), ["ko"]);
  assert.deepEqual(pathsOf({ en: "Text." }), ["ko"]);
  assert.deepEqual(pathsOf({ ...good, fr: "Texte." }), ["fr"]);
});

test("the first instant lies far enough ahead; the second is the first, spelled as it was signed", () => {
  const nowMs = Date.parse("2026-01-01T00:00:00Z");
  const first = (instant: string, leadMs?: number) =>
    instantToSign({ theirs: null }, instant, { nowMs, ...(leadMs === undefined ? {} : { leadMs }) });
  assert.equal(first("2026-01-01T00:01:00Z"), "2026-01-01T00:01:00.000Z");
  assert.throws(() => first("2026-01-01T00:00:59.999Z"), { code: "instant-too-early" });
  assert.equal(first("2026-01-01T00:00:59.999Z", 59_999), "2026-01-01T00:00:59.999Z");
  for (const wrong of ["2027-01-02T00:00:00Z", "2026-01-01T01:00:00.000001Z", "tomorrow"]) {
    assert.throws(() => first(wrong), { code: "input-invalid" });
  }
  const published = { act: signed(USA, "publish"), line: "", instant: "2025-12-31T23:00:00.000000Z" };
  const theirs = { party: USA, sign: null, publish: published, wrong: false };
  assert.equal(instantToSign({ theirs }, "2025-12-31T23:00:00Z", { nowMs }), published.instant);
  assert.throws(() => instantToSign({ theirs }, "2026-01-01T00:02:00Z", { nowMs }), { code: "edited-meanwhile" });
});
