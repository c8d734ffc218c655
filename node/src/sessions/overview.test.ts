import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { TLP_MARKING } from "@entente/stix";
import { addPerson } from "#accounts";
import { fromPeer, OWN, readOwnObject } from "#objects";
import { SUGGESTED_CONCLUSION, SUGGESTED_DISPOSITION } from "../../../demo/conclusion.ts";
import { JOINT_TEXT, PARAGRAPHS } from "../../../demo/joint-text.ts";
import { EIGHTH_SESSION } from "../../../demo/mechanism/index.ts";
import { written } from "../../../demo/mechanism/written.ts";
import { admit, cross, withTwoNodes } from "./test/two-nodes.ts";

const at = "2026-01-01T00:00:00.000Z";
const times = { created: at, modified: at };

function report(author: string, marking: string, objects = [author]) {
  const id = `report--${crypto.randomUUID()}`;
  const common = { type: "report", spec_version: "2.1", id, created_by_ref: author, name: "On Konni", published: at };
  return readOwnObject({ ...common, ...times, object_refs: objects, object_marking_refs: [marking] });
}

function indicator(author: string, number: number) {
  const pattern = `[ipv4-addr:value = '192.0.2.${number}']`;
  const common = { type: "indicator", spec_version: "2.1", id: `indicator--${crypto.randomUUID()}`, ...times };
  return readOwnObject({ ...common, created_by_ref: author, pattern, pattern_type: "stix", valid_from: at });
}

const isReport = ({ type }: { type: string }) => type === "report";

test("the overview", (t) =>
  withTwoNodes(async (korea, unitedStates) => {
    await t.test("what comes in masses does not bury what comes alone", async () => {
      const origin = fromPeer(korea.ownParty.id);
      const alone = report(korea.ownParty.id, TLP_MARKING.green);
      await admit(unitedStates, origin, alone);
      for (let number = 1; number <= 30; number += 1) {
        await admit(unitedStates, origin, indicator(korea.ownParty.id, number));
      }
      const ask = await unitedStates.as("analyst");
      const { received } = (await ask("GET", "/api/overview")).body;
      assert.ok(received.length <= 20);
      assert.deepEqual(
        received.slice(0, 2).map(({ type, more }: { type: string; more?: number }) => [type, more]),
        [
          ["indicator", 29],
          ["report", undefined],
        ],
      );
      assert.equal(received[1].id, alone.id);
      assert.deepEqual(
        (await (await korea.as("analyst"))("GET", "/api/overview")).body.received.find(isReport),
        undefined,
      );
    });

    await t.test("a decision of one person waits for another, and says so to each", async () => {
      const [officer, analyst] = [await korea.as("releasing-officer"), await korea.as("analyst")];
      const first = await korea.database.write(addPerson, { function: "second officer", role: "releasing-officer" });
      const amber = report(korea.ownParty.id, TLP_MARKING.amber);
      await admit(korea, OWN, amber);
      const why = async (ask: typeof officer) => {
        const { waiting } = (await ask("GET", "/api/overview")).body;
        return waiting.map((one: { kind: string; why: string }) => [one.kind, one.why]);
      };
      assert.deepEqual(await why(officer), [["ready-report", "released-to-nobody-yet"]]);
      assert.deepEqual(await why(analyst), [["ready-report", "needs-releasing-officer"]]);
      await admit(korea, OWN, report(korea.ownParty.id, TLP_MARKING.red));
      assert.equal((await why(officer)).length, 1, "what never crosses is not ready");
      const decision = { party: unitedStates.ownParty.id, ids: [amber.id], reason: "test" };
      await korea.releases.decide({ ...decision, first });
      assert.deepEqual(await why(officer), [["second-person", "two-persons-decide"]]);
      assert.deepEqual(await why(analyst), [["second-person", "needs-releasing-officer"]]);
      const second = await korea.database.write(addPerson, {
        function: "releasing-officer",
        role: "releasing-officer",
      });
      await korea.releases.decide({ ...decision, first: second });
      assert.deepEqual(await why(officer), [
        ["second-person", "two-persons-decide"],
        ["second-person", "another-person-decides"],
      ]);
    });

    await t.test(
      "suggested words come from the data folder of a demonstration, and only when they are whole",
      async () => {
        const ask = await korea.as("analyst");
        const none = { conclusion: {}, disposition: {} };
        assert.deepEqual((await ask("GET", "/api/suggestions")).body, none);
        const suggestions = { conclusion: SUGGESTED_CONCLUSION.text, disposition: SUGGESTED_DISPOSITION.text };
        const file = join(korea.home, "suggestions.json");
        writeFileSync(file, JSON.stringify(suggestions));
        assert.deepEqual((await ask("GET", "/api/suggestions")).body, suggestions);
        writeFileSync(file, JSON.stringify({ conclusion: suggestions.conclusion }));
        assert.deepEqual((await ask("GET", "/api/suggestions")).body, none);
      },
    );

    await t.test("a joint text stands at its session, and waits for whoever has not accepted it", async () => {
      const [inSeoul, inWashington] = [await korea.as("releasing-officer"), await unitedStates.as("releasing-officer")];
      const author = korea.ownParty.id;
      const paragraphs = PARAGRAPHS.map(({ paragraph }) => paragraph);
      const textId = `entente-joint-text--${crypto.randomUUID()}`;
      const text = written("entente-joint-text", textId, { author, at }, { ...JOINT_TEXT, paragraphs });
      await admit(korea, OWN, readOwnObject(text));
      for (const content of PARAGRAPHS) {
        const id = `entente-paragraph--${crypto.randomUUID()}`;
        const revision = written("entente-paragraph", id, { author, at }, { joint_text_ref: textId, ...content });
        await admit(korea, OWN, readOwnObject(revision));
      }
      const there = async (ask: typeof inSeoul) => {
        const { texts } = (await ask("GET", `/api/sessions/${EIGHTH_SESSION}`)).body;
        const { waiting } = (await ask("GET", "/api/overview")).body;
        const isText = ({ href }: { href: string }) => href === `/texts/${textId}`;
        return [texts[0]?.state, waiting.find(isText)?.kind, waiting.find(isText)?.why];
      };
      assert.deepEqual(await there(inSeoul), ["draft", undefined, undefined]);
      assert.deepEqual(await there(inWashington), [undefined, undefined, undefined]);
      assert.equal((await inSeoul("POST", `/api/texts/${textId}/table`, {})).status, 200);
      await cross(korea, unitedStates);
      assert.deepEqual(await there(inWashington), ["tabled", "accept-text", "text-waits-for-accept"]);
      assert.deepEqual(await there(inSeoul), ["tabled", undefined, undefined]);
    });
  }));
