import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { unzipSync } from "fflate";
import { verifyFolder } from "./accord-folder.ts";
import { type Alliance, makeAlliance, until } from "./alliance.ts";
import { valueIn } from "./both-sides.ts";
import { filesWith } from "./canaries.ts";
import { agreeOnText, draftText, writeMechanism } from "./joint-text.ts";

let alliance: Alliance;
before(async () => {
  alliance = await makeAlliance();
  await Promise.all([alliance.start(alliance.korea), alliance.start(alliance.unitedStates)]);
});
after(() => alliance.close());

const ACCORD = "select id from views where party = 'PUBLIC' and type = 'entente-accord' and closed_at is null";

test("a joint text is signed at both nodes, public at its instant at both, and verified by its own instructions", async () => {
  const { korea, unitedStates } = alliance;
  await writeMechanism(alliance);
  const sentence = `Sentence ${randomBytes(8).toString("hex")}.`;
  const text = await draftText(korea, sentence);
  const instant = Date.parse(await agreeOnText(alliance, text.id));
  assert.ok(instant > Date.now(), "the instant lies ahead");

  const firstSeen = [korea, unitedStates].map(async (side) => {
    const anyone = await alliance.signIn(side, "Analyst");
    const page = async () => ((await anyone.ask("GET", "/en/")).body.includes(sentence) ? Date.now() : 0);
    return until(page, (at) => at > 0, { timeoutMs: 90_000, everyMs: 20 });
  });
  for (const at of await Promise.all(firstSeen)) {
    assert.ok(at >= instant, `never before the instant (${at - instant} ms)`);
  }
  for (const side of [korea, unitedStates]) {
    const id = String(await valueIn(side, ACCORD));
    const anyone = await alliance.signIn(side, "Analyst");
    const { status, body } = await anyone.ask("GET", `/accords/${id}.zip`);
    assert.equal(status, 200);
    verifyFolder(unzipSync(body), sentence);
  }
});

test("each signing key lies in one data folder only", () => {
  const { korea, unitedStates } = alliance;
  for (const [own, other] of [
    [korea, unitedStates],
    [unitedStates, korea],
  ] as const) {
    const key = readFileSync(join(own.home, "keys", "signing.pem"), "utf8").split("\n")[1] ?? "";
    assert.ok(key.length > 40);
    assert.equal(filesWith(own.home, key).length, 1);
    assert.deepEqual(filesWith(other.home, key), []);
  }
});
