import assert from "node:assert/strict";
import { test } from "node:test";
import { referencesOf, releasabilityExtension, TLP_MARKING, type TlpLevel } from "@entente/stix";
import { fromPeer, fromSource, OWN } from "#objects";
import { decideRelease } from "./decide-release.ts";
import { type Candidate, PUBLIC, type Rule, type RuleId, type Surroundings } from "./model.ts";
import { RELEASE_RULES, WELL_KNOWN } from "./rules.ts";

const PEER = "identity--00000000-0000-4000-8000-0000000000aa";
const OTHER_PEER = "identity--00000000-0000-4000-8000-0000000000bb";
const SELF = "identity--00000000-0000-4000-8000-0000000000cc";

let made = 0;
function newId(type: string): string {
  made += 1;
  return `${type}--00000000-0000-4000-8000-${String(made).padStart(12, "0")}`;
}

type Given = Partial<Omit<Candidate, "object" | "references">> & { readonly object?: Candidate["object"] };

/** An own object that may go: known in whole, GREEN, without references. A test changes one thing about it. */
function candidate({ object = {}, ...given }: Given = {}): Candidate {
  const type = given.type ?? "report";
  const id = given.id ?? newId(type);
  const whole = { type, id, ...object };
  return {
    versionId: made,
    origin: OWN,
    id,
    type,
    isObservable: false,
    modified: "2026-01-01T00:00:00.000Z",
    digest: `digest of ${id}`,
    title: "A report",
    author: null,
    unknown: [],
    granularMarkings: [],
    labels: [TLP_MARKING.green],
    idsInText: [],
    ...given,
    references: referencesOf(whole),
    object: whole,
  };
}

const labelled = (level: TlpLevel) => candidate({ labels: [TLP_MARKING[level]] });

type World = Partial<{
  party: string;
  ceiling: TlpLevel;
  known: readonly string[];
  held: readonly string[];
  shown: readonly string[];
  agreed: readonly string[];
  definitions: Readonly<Record<string, object>>;
}>;

function surroundings(world: World = {}): Surroundings {
  const {
    party = PEER,
    ceiling = "amber+strict",
    known = [],
    held = [],
    shown = [],
    agreed = [],
    definitions = {},
  } = world;
  return {
    recipient: { party, short: "USA", ceiling },
    ownParty: SELF,
    knows: (id) => [...WELL_KNOWN, ...known].includes(id),
    holds: (id) => held.includes(id),
    shows: (id) => shown.includes(id),
    definition: (_origin, id) => definitions[id] as never,
    isAgreed: (id) => agreed.includes(id),
  };
}

/** What goes, and for the rest `rule code`. */
function decided(candidates: readonly Candidate[], world: World = {}, rules: readonly Rule[] = RELEASE_RULES) {
  const { judgements } = decideRelease(rules, candidates, surroundings(world));
  return judgements.map(({ answer, reasons }) =>
    answer === "permit" ? "permit" : `${answer} ${reasons.map(({ rule, code }) => `${rule} ${code}`).join(", ")}`,
  );
}

/** The same with one rule left out: what it was that held the object back. */
const without = (id: RuleId) => RELEASE_RULES.filter((rule) => rule.id !== id);

test("an own object that is known in whole and labelled goes", () => {
  assert.deepEqual(decided([candidate()]), ["permit"]);
});

test("R2: one property that no schema knows keeps the whole object", () => {
  const odd = candidate({ unknown: ["$.x_secret"] });
  assert.deepEqual(decided([odd]), ["deny R2 unknown-shape"]);
  assert.deepEqual(decided([odd], {}, without("R2")), ["permit"]);
});

test("R3: a marking on a part is not understood yet; a language on a part is no marking", () => {
  const marked = candidate({ granularMarkings: [{ marking_ref: TLP_MARKING.clear }] });
  assert.deepEqual(decided([marked]), ["deny R3 not-built-yet"]);
  assert.deepEqual(decided([candidate({ granularMarkings: [{}] })]), ["permit"]);
  assert.deepEqual(decided([marked], {}, without("R3")), ["permit"]);
});

test("R3: an observable takes the label of what refers to it and goes, and stays when that stays", () => {
  const observable = candidate({ type: "domain-name", isObservable: true, labels: [] });
  const holder = (level: TlpLevel) =>
    candidate({ labels: [TLP_MARKING[level]], object: { object_refs: [observable.id] } as never });
  assert.deepEqual(decided([observable, holder("green")]), ["permit", "permit"]);
  assert.deepEqual(decided([observable]), ["deny R5 no-label"]);
  const [orphan, red] = decided([observable, holder("red")]);
  assert.match(orphan ?? "", /^deny/);
  assert.match(red ?? "", /^deny R4 red-never-crosses/);
});

test("R4: the highest label counts, over both generations, and RED never crosses", () => {
  const whiteAndGreen = ["marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", TLP_MARKING.green];
  assert.deepEqual(decided([candidate({ labels: whiteAndGreen })], { ceiling: "clear" }), ["deny R4 above-ceiling"]);
  assert.deepEqual(decided([candidate({ labels: whiteAndGreen })], { ceiling: "green" }), ["permit"]);
  assert.deepEqual(decided([labelled("amber+strict")]), ["permit"]);
  assert.deepEqual(decided([labelled("amber+strict")], { ceiling: "amber" }), ["deny R4 above-ceiling"]);
  const redOfOld = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed";
  const red = candidate({ labels: [TLP_MARKING.clear, redOfOld] });
  assert.deepEqual(decided([red], { ceiling: "red" }), ["deny R4 red-never-crosses"]);
  assert.deepEqual(decided([red], {}, without("R4")), ["permit"]);
});

test("R4: recipients, consent and expiry are not built yet; a statement adds nothing; what is unknown denies", () => {
  const marking = newId("marking-definition");
  const marked = candidate({ labels: [TLP_MARKING.green, marking] });
  const definition = (rest: object) => ({ [marking]: { type: "marking-definition", id: marking, ...rest } });
  const releasability = (extra: object, consent = false) => {
    const [[id, extension]] = Object.entries(releasabilityExtension(["USA"], consent)) as [[string, object]];
    return definition({ extensions: { [id]: { ...extension, ...extra } } });
  };
  const what = (definitions: Record<string, object>) =>
    decideRelease(RELEASE_RULES, [marked], surroundings({ definitions })).judgements[0]?.reasons.map(
      ({ rule, code, values }) => [rule, code, values.what ?? values.scheme ?? null],
    );
  assert.deepEqual(what(releasability({})), [["R4", "not-built-yet", "recipient-list"]]);
  assert.deepEqual(what(releasability({}, true)), [["R4", "not-built-yet", "originator-consent"]]);
  assert.deepEqual(what(releasability({ expires: "2030-01-01T00:00:00Z" })), [["R4", "not-built-yet", "expiry"]]);
  assert.deepEqual(what(releasability({ more: true })), [["R4", "marking-unmapped", "unknown"]]);
  assert.deepEqual(what(definition({ definition_type: "iep", definition: {} })), [["R4", "marking-unmapped", "iep"]]);
  assert.deepEqual(what({}), [["R4", "marking-unresolved", null]]);
  assert.deepEqual(what(definition({ definition_type: "statement", definition: { statement: "(c)" } })), []);
});

test("R5: without a label there is no ground", () => {
  assert.deepEqual(decided([candidate({ labels: [] })]), ["deny R5 no-label"]);
  assert.deepEqual(decided([candidate({ labels: [] })], {}, without("R5")), ["permit"]);
});

test("R6: above GREEN a second person decides, and for the public always", () => {
  const needsSecond = (level: TlpLevel, party?: string, rules: readonly Rule[] = RELEASE_RULES) =>
    decideRelease(rules, [labelled(level)], surroundings(party ? { party } : {})).needsSecondPerson;
  assert.deepEqual(
    (["clear", "green", "amber", "amber+strict"] as const).map((level) => needsSecond(level)),
    [false, false, true, true],
  );
  assert.equal(needsSecond("clear", PUBLIC), true);
  assert.equal(needsSecond("amber", undefined, without("R6")), false);
  // Only what goes counts: a RED object beside it changes nothing.
  assert.equal(
    decideRelease(RELEASE_RULES, [labelled("red"), labelled("green")], surroundings()).needsSecondPerson,
    false,
  );
});

test("R7: nothing goes back to where it came from, and from elsewhere only what is CLEAR", () => {
  const from = (origin: string, level: TlpLevel) => candidate({ origin, labels: [TLP_MARKING[level]] });
  assert.deepEqual(decided([from(fromPeer(PEER), "clear")]), ["deny R7 from-recipient"]);
  assert.deepEqual(decided([from(fromPeer(OTHER_PEER), "green")]), ["deny R7 origin-not-clear"]);
  assert.deepEqual(decided([from(fromPeer(OTHER_PEER), "clear")]), ["permit"]);
  assert.deepEqual(decided([from(fromSource("a list"), "green")]), ["deny R7 origin-not-clear"]);
  assert.deepEqual(decided([from(fromSource("a list"), "clear")]), ["permit"]);
  // The author that an object names is not its origin.
  const forged = candidate({ origin: fromSource("a list"), object: { created_by_ref: SELF } as never });
  assert.deepEqual(decided([forged], { known: [SELF] }), ["deny R7 origin-not-clear"]);
  assert.deepEqual(decided([from(fromPeer(PEER), "clear")], {}, without("R7")), ["permit"]);
});

test("R8: a chain goes whole or not at all, and so does a circle", () => {
  const [a, b, c] = [newId("report"), newId("report"), newId("report")];
  const link = (id: string, to: string, level: TlpLevel = "green") =>
    candidate({ id, labels: [TLP_MARKING[level]], object: { object_refs: [to] } as never });
  assert.deepEqual(decided([link(a, b), link(b, c), candidate({ id: c })]), ["permit", "permit", "permit"]);
  const held = { held: [a, b, c] };
  assert.deepEqual(decided([link(a, b), link(b, c), candidate({ id: c, labels: [TLP_MARKING.red] })], held), [
    "deny R8 reference-withheld",
    "deny R8 reference-withheld",
    "deny R4 red-never-crosses",
  ]);
  assert.deepEqual(decided([link(a, b), link(b, c), link(c, a)]), ["permit", "permit", "permit"]);
  assert.deepEqual(decided([link(a, b), link(b, c), link(c, a, "red")], held), [
    "deny R8 reference-withheld",
    "deny R8 reference-withheld",
    "deny R4 red-never-crosses",
  ]);
  assert.deepEqual(decided([link(a, b)], { known: [b] }), ["permit"]);
  // A graph that the rule does not look at shows the id of what stays.
  assert.deepEqual(decided([link(a, b)], { held: [b] }, without("R8")), ["permit"]);
});

test("R8: what is missing makes wait, what is withheld denies, and so for all that refer to them", () => {
  const [a, b, missing] = [newId("report"), newId("report"), newId("indicator")];
  const first = candidate({ id: a, object: { object_refs: [b] } as never });
  const second = candidate({ id: b, object: { object_refs: [missing] } as never });
  assert.deepEqual(decided([first, second], { held: [a, b] }), [
    "wait R8 reference-withheld",
    "wait R8 reference-missing",
  ]);
  assert.deepEqual(decided([first, second], { held: [a, b, missing] }), [
    "deny R8 reference-withheld",
    "deny R8 reference-withheld",
  ]);
});

test("R8: every reference counts, whatever its name: author, marking, extension, part of the object", () => {
  const secret = newId("identity");
  const places = [
    { created_by_ref: secret },
    { x_mitre_modified_by_ref: secret },
    { extensions: { "extension-definition--00000000-0000-4000-8000-000000000001": { made_by_ref: secret } } },
    { granular_markings: [{ lang: "en", selectors: ["name"] }], object_refs: [secret] },
  ];
  for (const object of places) {
    const [answer] = decided([candidate({ object: object as never })], { held: [secret] });
    assert.match(answer ?? "", /^deny .*R8 reference-withheld/, JSON.stringify(object));
  }
});

test("R8: an id in running text, and a translation, stay", () => {
  const named = candidate({ idsInText: [{ path: "$.description", id: newId("indicator") }] });
  assert.deepEqual(decided([named]), ["deny R8 id-in-text"]);
  assert.deepEqual(decided([candidate({ type: "language-content" })]), ["deny R8 not-built-yet"]);
});

test("R8: a marking's definition needs no ground, but one that names recipients is not shown", () => {
  const marking = (object: object) => candidate({ type: "marking-definition", labels: [], object: object as never });
  const statement = { definition_type: "statement", definition: { statement: "(c) somebody" } };
  assert.deepEqual(decided([marking(statement)]), ["permit"]);
  assert.deepEqual(decided([marking({ name: "For one", extensions: releasabilityExtension(["JPN"]) })]), [
    "deny R8 not-built-yet",
  ]);
  assert.deepEqual(decided([marking({ definition_type: "iep", definition: {} })]), ["deny R8 marking-unmapped"]);
});

test("R10: what is there already is not sent again, its next version is", () => {
  const report = candidate();
  assert.deepEqual(decided([report], { shown: [report.id] }), ["deny R10 already-there"]);
  assert.deepEqual(decided([report], { shown: [newId("report")] }), ["permit"]);
  assert.deepEqual(decided([report], { shown: [report.id] }, without("R10")), ["permit"]);
});

test("R12: the public sees no act, no paragraph, no draft, and no outcome that was not agreed", () => {
  const clear = (type: string) => candidate({ type, labels: [TLP_MARKING.clear] });
  const toPublic = { party: PUBLIC, ceiling: "clear" } as const;
  for (const type of ["entente-act", "entente-paragraph", "entente-joint-text"]) {
    assert.deepEqual(decided([clear(type)], toPublic), ["deny R12 never-public"], type);
    assert.deepEqual(decided([clear(type)]), ["permit"], type);
  }
  for (const type of ["entente-outcome", "entente-carry-up", "entente-disposition"]) {
    const outcome = clear(type);
    assert.deepEqual(decided([outcome], toPublic), ["deny R12 not-agreed"], type);
    assert.deepEqual(decided([outcome], { ...toPublic, agreed: [outcome.id] }), ["permit"], type);
  }
  assert.deepEqual(decided([labelled("green")], toPublic), ["deny R4 above-ceiling"]);
});

test("every reason is given, and the order of the candidates has no meaning", () => {
  const many = candidate({
    unknown: ["$.x"],
    labels: [],
    origin: fromPeer(PEER),
    granularMarkings: [{ marking_ref: TLP_MARKING.red }],
  });
  assert.deepEqual(decided([many]), ["deny R2 unknown-shape, R3 not-built-yet, R5 no-label, R7 from-recipient"]);
  const [a, b, c] = [newId("report"), newId("report"), newId("report")];
  const chain = [
    candidate({ id: a, object: { object_refs: [b] } as never }),
    candidate({ id: b, object: { object_refs: [c] } as never }),
    candidate({ id: c, labels: [] }),
  ];
  assert.deepEqual(decided(chain, { held: [a, b, c] }), decided([...chain].reverse(), { held: [a, b, c] }).reverse());
});
