import { after, before, suite, test } from "node:test";
import { WITHOUT_CHROMIUM } from "./browser.ts";
import { standAlone } from "./line/alone.ts";
import { carryUp } from "./line/carry-up.ts";
import { agreeOnCommunique, type Communique, seeCommunique, verifyCommunique } from "./line/communique.ts";
import { seeMechanism } from "./line/mechanism.ts";
import { changeFact } from "./line/new-version.ts";
import { type Another, agreeOnAnother, leave, missNext, type Readers, subscribe } from "./line/newsletter.ts";
import { keepNational, releaseAmber, releaseGreen } from "./line/release.ts";
import { seeThreat } from "./line/threat.ts";
import { openStage, type Stage } from "./stage.ts";

suite("over HTTP, TLS and SMTP, with Chromium on two nodes", { skip: WITHOUT_CHROMIUM }, () => {
  let stage: Stage;
  let communique: Communique;
  let readers: Readers;
  let another: Another;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage?.close());

  test("1 the mechanism stands on both nodes in three languages, with its sources", () => seeMechanism(stage));
  test("2 the groups stand at item 2, and one field says whose a defanged value is", () => seeThreat(stage));
  test("3 a GREEN report stands in the ally's open page once released, with its proof", () => releaseGreen(stage));
  test("3 an AMBER report goes when a second person agrees, not before", () => releaseAmber(stage));
  test("3 a national report is nowhere at the other node", () => keepNational(stage));
  test("4 a conclusion is accepted, carried up and answered, and both see it", () => carryUp(stage));
  test("5 a text typed here is tabled, accepted, signed, and set for one instant", async () => {
    communique = await agreeOnCommunique(stage);
  });
  // While the instant is awaited: whoever is to get the bulletin has to be subscribed before.
  test("6 only the button of the mail's page confirms a subscription", async () => {
    readers = await subscribe(stage);
    another = await agreeOnAnother(stage, communique.instant + 20_000);
  });
  test("5 the text is public at both at the instant, never before", async (t) => {
    t.diagnostic(`seen ${await seeCommunique(stage, communique)} ms after the instant`);
  });
  test("6 the bulletin arrives, and one click ends the subscription", () => leave(stage, readers, another));
  test("5 its folder holds by its own instructions", () => verifyCommunique(stage, communique));
  test("6 of the next bulletin, whoever has left gets none", () => missNext(stage, readers, another));
  test("7 a new version of a fact changes both public pages without a reload", () => changeFact(stage));
  test("8 killing one node's process leaves the other's pages up", () => standAlone(stage));
});
