import { after, before, suite, test } from "node:test";
import { WITHOUT_CHROMIUM } from "./browser.ts";
import { carryUp } from "./line/carry-up.ts";
import { seeMechanism } from "./line/mechanism.ts";
import { keepNational, releaseAmber, releaseGreen } from "./line/release.ts";
import { seeThreat } from "./line/threat.ts";
import { openStage, type Stage } from "./stage.ts";

suite("the line, over HTTP, TLS and SMTP with Chromium on two nodes", { skip: WITHOUT_CHROMIUM }, () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage?.close());

  test("the mechanism stands on both nodes in three languages, with its sources", () => seeMechanism(stage));
  test("the groups stand at item 2, and one field says whose a defanged value is", () => seeThreat(stage));
  test("a GREEN report is released and stands in the ally's open page, with its proof", () => releaseGreen(stage));
  test("an AMBER report goes when a second person agrees, not before", () => releaseAmber(stage));
  test("a national report is nowhere at the other node", () => keepNational(stage));
  test("a conclusion is accepted, carried up and answered, seen at the session on both nodes", () => carryUp(stage));
});
