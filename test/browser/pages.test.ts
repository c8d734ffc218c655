import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Page } from "playwright-core";
import type { Side } from "../alliance/alliance.ts";
import { axeFindings, type Look, open, sidewaysScroll, WITHOUT_CHROMIUM } from "./browser.ts";
import { CONSOLE_PAGES, PUBLIC_PAGES } from "./pages.ts";
import { at, openStage, type Stage } from "./stage.ts";

const WIDE: Look = { width: 1440, dark: false, language: "en" };
const NARROW: Look = { width: 320, dark: true, language: "ko" };

suite("every page of both nodes", { skip: WITHOUT_CHROMIUM }, () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage?.close());

  for (const [name, look] of Object.entries({ "wide, light, in English": WIDE, "narrow, dark, in Korean": NARROW })) {
    test(`${name}: axe finds nothing, and nothing scrolls sideways`, async () => {
      const faults = await Promise.all([stage.korea, stage.unitedStates].map((side) => faultsAt(stage, side, look)));
      assert.deepEqual(faults.flat(), []);
    });
  }

  test("a page with a fault is found out", async () => {
    const page = await stage.visitor(WIDE);
    await open(page, at(stage.korea, "/en/"));
    await page.evaluate(() => {
      const wide = document.createElement("div");
      wide.style.minWidth = "2000px";
      wide.textContent = "wide";
      document.querySelector("main")?.append(document.createElement("img"), wide);
    });
    const faults = await faultsOf(page, "home");
    assert.deepEqual(
      [faults.some((one) => one.includes("image-alt")), faults.some((one) => one.includes("px"))],
      [true, true],
    );
  });
});

async function faultsAt(stage: Stage, side: Side, look: Look): Promise<string[]> {
  const faults: string[] = [];
  const page = await stage.signedIn(side, "Releasing officer", look);
  for (const [name, path] of Object.entries(CONSOLE_PAGES)) {
    await open(page, at(side, `/console${path}`));
    faults.push(...(await faultsOf(page, `${side.short} console ${name}`)));
  }
  for (const [name, path] of Object.entries(PUBLIC_PAGES)) {
    await open(page, at(side, `/${look.language}/${path}`));
    faults.push(...(await faultsOf(page, `${side.short} public ${name}`)));
  }
  await page.context().close();
  return faults;
}

async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults = await axeFindings(page);
  const sideways = await sidewaysScroll(page);
  if (sideways > 0) faults.push(`scrolls sideways by ${sideways} px`);
  return faults.map((fault) => `${name}: ${fault}`);
}
