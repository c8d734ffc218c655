import assert from "node:assert/strict";
import { test } from "node:test";
import { ententeExtensions, TLP_MARKING } from "@entente/stix";
import { fromPeer, OWN, readOwnObject } from "#objects";
import { SUGGESTED_CONCLUSION, SUGGESTED_DISPOSITION } from "../../../demo/conclusion.ts";
import { BODY, CONSULTATION_SESSION, EIGHTH_SESSION, ITEM, THREAD } from "../../../demo/mechanism/index.ts";
import { admit, cross, nextVersion, withTwoNodes } from "./test/two-nodes.ts";

const outcome = { itemId: ITEM.threats, kind: "conclusion", text: SUGGESTED_CONCLUSION.text, verb: 4 };
const ofEighth = `/api/sessions/${EIGHTH_SESSION}`;
const ofConsultation = `/api/sessions/${CONSULTATION_SESSION[2023]}`;

test("sessions", (t) =>
  withTwoNodes(async (korea, unitedStates) => {
    const [inSeoul, inWashington] = [await korea.as("releasing-officer"), await unitedStates.as("releasing-officer")];
    const outcomesOn = async (item: string) => {
      const { outcomes } = (await inSeoul("GET", ofEighth)).body;
      return outcomes.filter(({ itemId }: { itemId: string }) => itemId === item);
    };

    await t.test("the mechanism stands in order, and every position beside the other", async () => {
      const ask = await korea.as("analyst");
      const { bodies } = (await ask("GET", "/api/sessions")).body;
      assert.deepEqual(
        bodies.map(({ kind }: { kind: string }) => kind),
        ["alliance", "consultation", "working-group"],
      );
      const [, consultation, group] = bodies;
      assert.deepEqual(
        consultation.sessions.map(({ title }: { title: { en: string } }) => title.en),
        ["Session of 2013", "Session of 2022", "Session of autumn 2023"],
      );
      assert.deepEqual(
        group.sessions.map(({ number }: { number: number }) => number),
        [1, 2, 3, 4, 5, 6, 7, 8],
      );
      const numbers = consultation.sessions[2].statements.filter(({ field }: { field: string }) => field === "number");
      assert.deepEqual(
        numbers.map(({ value, by }: { value: { en: string }; by: { short: string } }) => [value.en, by.short]).sort(),
        [
          ["48th", "KOR"],
          ["55th", "USA"],
        ],
      );

      const page = (await ask("GET", ofEighth)).body;
      const [policies, threats, training] = page.items;
      assert.deepEqual([policies.number, threats.number, training.number], ["1", "2", "3"]);
      assert.deepEqual(
        policies.strategies.map(({ side }: { side: string }) => side),
        ["ours", "theirs"],
      );
      assert.deepEqual(
        training.exercises.map(({ year }: { year: number }) => year),
        [2022, 2024],
      );
      assert.deepEqual([page.host.short, page.hostOnRecord, page.label], ["KOR", true, "clear"]);
      const theirs = (await (await unitedStates.as("analyst"))("GET", ofEighth)).body;
      assert.deepEqual(
        theirs.items[0].strategies.map(({ title }: { title: { en: string } }) => title.en),
        policies.strategies.map(({ title }: { title: { en: string } }) => title.en).toReversed(),
      );
      const overview = (await ask("GET", "/api/overview")).body;
      assert.equal(overview.session.id, EIGHTH_SESSION);
      assert.match(overview.session.title.en, /CCWG.*8th session/);
      assert.deepEqual(overview.waiting, []);
      assert.ok(overview.received.length > 5);
      assert.equal(
        (await ask("GET", "/api/sessions/entente-session--00000000-0000-4000-8000-000000000000")).status,
        404,
      );
    });

    await t.test(
      "a conclusion is recorded, accepted, carried up and answered, and both nodes see the same",
      async () => {
        const recorded = await inSeoul("POST", `${ofEighth}/outcomes`, outcome);
        assert.equal(recorded.status, 201, JSON.stringify(recorded.body));
        assert.equal(recorded.body.number, SUGGESTED_CONCLUSION.number);
        assert.deepEqual(recorded.body.acts.carryUp, { can: false, why: 'not-agreed-yet {"party":"USA"}' });
        assert.deepEqual(recorded.body.acts.accept, { can: false, why: "already-accepted" });
        const { id, digest } = recorded.body;

        await cross(korea, unitedStates);
        const waiting = (await inWashington("GET", "/api/overview")).body.waiting;
        assert.deepEqual(
          waiting.map(({ kind, href, why }: { kind: string; href: string; why: string }) => [kind, href, why]),
          [["accept-outcome", `/sessions/${EIGHTH_SESSION}`, 'recorded-by-the-ally {"party":"KOR"}']],
        );
        const accepted = await inWashington("POST", `/api/outcomes/${id}/accept`, { digest });
        assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
        assert.deepEqual([accepted.body.agreed, accepted.body.standing], [true, { kind: "joint" }]);
        assert.deepEqual((await inWashington("GET", "/api/overview")).body.waiting, []);

        await cross(unitedStates, korea);
        const carried = await inSeoul("POST", `/api/outcomes/${id}/carry-up`, {
          toSessionId: CONSULTATION_SESSION[2023],
        });
        assert.equal(carried.status, 201, JSON.stringify(carried.body));
        assert.equal(carried.body.toBody.id, BODY.consultation);

        await cross(korea, unitedStates);
        const consultation = (await inWashington("GET", ofConsultation)).body;
        assert.deepEqual([consultation.host.short, consultation.hostOnRecord], ["USA", false]);
        assert.deepEqual(consultation.carriedUpHere[0].outcomes[0].session.title.en, "8th session");
        const answered = await inWashington(
          "POST",
          `/api/carry-ups/${carried.body.id}/disposition`,
          SUGGESTED_DISPOSITION,
        );
        assert.equal(answered.status, 201, JSON.stringify(answered.body));

        await cross(unitedStates, korea);
        const [here, there] = [(await inSeoul("GET", ofEighth)).body, (await inWashington("GET", ofEighth)).body];
        for (const page of [here, there]) {
          const [seen] = page.outcomes;
          assert.deepEqual([seen.number, seen.agreed], ["8.2/1", true]);
          assert.equal(seen.carryUp.disposition.answer, "endorsed");
          assert.deepEqual(seen.carryUp.disposition.text, SUGGESTED_DISPOSITION.text);
          assert.equal(page.thread.id, THREAD.sharedPicture);
          assert.equal(page.label, "green");
        }
        assert.deepEqual(here.thread, there.thread);
      },
    );

    await t.test("nobody but the host records, and nothing is carried up or answered twice", async () => {
      const onPolicies = { ...outcome, itemId: ITEM.policies };
      const refused = await inWashington("POST", `${ofEighth}/outcomes`, onPolicies);
      assert.deepEqual([refused.status, refused.body.code], [409, "act-impossible"]);
      assert.equal(refused.body.errors[0].message, 'only-the-host-records {"party":"KOR"}');
      const { acts } = (await inWashington("GET", ofEighth)).body;
      assert.equal(acts.recordOutcome.can, false);

      // An outcome that the guest hands in all the same arrives, and counts for nothing.
      const at = "2026-01-01T00:00:00.000Z";
      const forged = readOwnObject({
        type: "entente-outcome",
        spec_version: "2.1",
        id: `entente-outcome--${crypto.randomUUID()}`,
        created_by_ref: korea.ownParty.id,
        created: at,
        modified: at,
        object_marking_refs: [TLP_MARKING.green],
        extensions: ententeExtensions("entente-outcome"),
        session_ref: EIGHTH_SESSION,
        item_ref: ITEM.policies,
        kind: "conclusion",
        text: { en: "The guest's own words." },
      });
      await admit(korea, fromPeer(unitedStates.ownParty.id), forged);
      assert.deepEqual(await outcomesOn(ITEM.policies), []);

      const { id, digest } = (await inSeoul("POST", `${ofEighth}/outcomes`, onPolicies)).body;
      const toSession = { toSessionId: CONSULTATION_SESSION[2023] };
      assert.equal((await inSeoul("POST", `/api/outcomes/${id}/carry-up`, toSession)).status, 409);
      await cross(korea, unitedStates);
      await inWashington("POST", `/api/outcomes/${id}/accept`, { digest });
      assert.equal((await inWashington("POST", `/api/outcomes/${id}/accept`, { digest })).status, 409);
      assert.equal((await inWashington("POST", `/api/outcomes/${id}/carry-up`, toSession)).status, 409);
      await cross(unitedStates, korea);
      const elsewhere = await inSeoul("POST", `/api/outcomes/${id}/carry-up`, { toSessionId: EIGHTH_SESSION });
      assert.deepEqual([elsewhere.status, elsewhere.body.errors[0].path], [400, "$.toSessionId"]);
      const carried = await inSeoul("POST", `/api/outcomes/${id}/carry-up`, toSession);
      assert.equal((await inSeoul("POST", `/api/outcomes/${id}/carry-up`, toSession)).status, 409);
      const early = await inSeoul("POST", `/api/carry-ups/${carried.body.id}/disposition`, SUGGESTED_DISPOSITION);
      assert.equal(early.body.errors[0].message, 'only-the-host-of-the-parent-answers {"party":"USA"}');
      await cross(korea, unitedStates);
      const answer = `/api/carry-ups/${carried.body.id}/disposition`;
      assert.equal((await inWashington("POST", answer, SUGGESTED_DISPOSITION)).status, 201);
      assert.equal(
        (await inWashington("POST", answer, SUGGESTED_DISPOSITION)).body.errors[0].message,
        "already-answered",
      );
    });

    await t.test("an acceptance binds to the words that were read, and crossing ones do not agree", async () => {
      const onTraining = { ...outcome, itemId: ITEM.training };
      const { id, digest } = (await inSeoul("POST", `${ofEighth}/outcomes`, onTraining)).body;
      await cross(korea, unitedStates);
      // The host changes its words while the other side accepts the first ones.
      const rewritten = await nextVersion(korea, id, { text: { en: "The two sides took note." } });
      await admit(korea, OWN, rewritten);
      assert.equal((await inWashington("POST", `/api/outcomes/${id}/accept`, { digest })).status, 200);
      await cross(unitedStates, korea);
      const [seen] = await outcomesOn(ITEM.training);
      assert.deepEqual([seen.digest, seen.agreed], [rewritten.digest, false]);
      assert.deepEqual(
        seen.positions.map(({ accepted, digest: on }: { accepted: boolean; digest: string }) => [accepted, on]),
        [
          [true, rewritten.digest],
          [false, digest],
        ],
      );
      await admit(unitedStates, fromPeer(korea.ownParty.id), rewritten);
      const stale = await inWashington("POST", `/api/outcomes/${id}/accept`, { digest });
      assert.deepEqual([stale.status, stale.body.code], [409, "edited-meanwhile"]);
      const again = await inWashington("POST", `/api/outcomes/${id}/accept`, { digest: rewritten.digest });
      assert.deepEqual([again.status, again.body.agreed], [200, true]);
    });

    await t.test("an analyst is refused, and bad input is named and loses nothing", async () => {
      const analyst = await korea.as("analyst");
      const before = await outcomesOn(ITEM.threats);
      const refused = await analyst("POST", `${ofEighth}/outcomes`, outcome);
      assert.deepEqual([refused.status, refused.body.code], [403, "not-allowed"]);
      const page = (await analyst("GET", ofEighth)).body;
      assert.deepEqual(page.acts.recordOutcome, { can: false, why: "needs-releasing-officer" });
      assert.deepEqual((await inSeoul("GET", ofEighth)).body.acts.recordOutcome, { can: true });

      const record = (changes: object) => inSeoul("POST", `${ofEighth}/outcomes`, { ...outcome, ...changes });
      const elsewhere = await record({ itemId: ITEM.threats.replace(/.$/, "0") });
      assert.deepEqual([elsewhere.status, elsewhere.body.errors[0].path], [400, "$.itemId"]);
      const unseen = await record({ text: { en: "Agreed\u202e.", ko: " " } });
      assert.deepEqual(
        unseen.body.errors.map(({ path }: { path: string }) => path),
        ['$.text["en"]', '$.text["ko"]'],
      );
      const strength = await record({ verb: 7 });
      assert.deepEqual([strength.status, strength.body.errors[0].path], [400, "body/verb"]);
      const thread = await record({ threadId: THREAD.exercise.replace(/.$/, "0") });
      assert.deepEqual([thread.status, thread.body.errors[0].path], [400, "$.threadId"]);
      assert.deepEqual(await outcomesOn(ITEM.threats), before);
      assert.equal((await record({ threadId: THREAD.exercise })).status, 201);
      assert.equal((await inSeoul("GET", ofEighth)).body.thread.id, THREAD.exercise);
    });
  }));
