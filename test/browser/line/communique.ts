import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { JOINT_TEXT_ID } from "../../../demo/fill-nodes.ts";
import { verifyFolder } from "../../alliance/accord-folder.ts";
import type { Side } from "../../alliance/alliance.ts";
import { Visitor } from "../../alliance/visitor.ts";
import { open } from "../browser.ts";
import { at, type Stage } from "../stage.ts";
import { staysOpen } from "./without-reload.ts";

export type Communique = {
  /** Typed into a paragraph by the test, and nowhere else. */
  readonly sentence: string;
  readonly instant: number;
  /** When each node's public page first had it: the promises are there from before the instant. */
  readonly seen: Promise<readonly number[]>;
};

/** What the shipped program offers is a minute; the rest is for filling in the form. */
const LEAD_MS = 64_000;
const WATCHED_CLOSELY_MS = 3_000;

/** Typed, tabled, accepted, signed at each node by one person, and set for one instant at each by another. */
export async function agreeOnCommunique(stage: Stage): Promise<Communique> {
  const { korea, unitedStates } = stage;
  const path = `/console/texts/${JOINT_TEXT_ID}`;
  const sentence = `The sentence of this run is ${randomBytes(8).toString("hex")}.`;
  const analyst = await stage.person(korea, "Analyst");
  await open(analyst, at(korea, path));
  await typeInto(analyst, 6, sentence);
  await stage.inspect(analyst);

  const ours = await stage.person(korea, "Releasing officer");
  const theirs = await stage.person(unitedStates, "Releasing officer");
  await open(theirs, at(unitedStates, "/console/texts"));
  await open(ours, at(korea, path));
  await act(ours, "Table", "Table the text", "Table");
  await theirs.getByRole("link", { name: "Joint communiqué of the eighth session (invented text)" }).click();
  await act(theirs, "Accept all paragraphs", "Accept all paragraphs", "Accept all paragraphs");
  for (const [page, short] of [
    [ours, "KOR"],
    [theirs, "USA"],
  ] as const) {
    const dialog = await act(page, "Sign", "Sign CCWG-8/JS/1");
    assert.equal(await dialog.getByText(sentence).count(), 2, "read in both languages before it is signed");
    await dialog.getByRole("checkbox").check();
    await stage.inspect(page);
    await dialog.getByRole("button", { name: `Sign for ${short}` }).click();
  }
  const instant = await setInstant(stage, path);
  const seen = Promise.all([korea, unitedStates].map((side) => firstSeen(side, sentence, instant)));
  seen.catch(() => {});
  return { sentence, instant, seen };
}

/** Public at both at the instant and never before it; pages that are open show it without a reload. */
export async function seeCommunique(stage: Stage, { sentence, instant, seen }: Communique): Promise<readonly number[]> {
  const sides = [stage.korea, stage.unitedStates];
  const pages = await Promise.all(
    sides.map(async (side) => {
      const page = await stage.visitor();
      await page.goto(at(side, "/en/"));
      return { page, isSamePage: await staysOpen(page) };
    }),
  );
  assert.ok(Date.now() < instant, "opened before the instant");
  const after = (await seen).map((ms) => ms - instant);
  for (const ms of after) assert.ok(ms >= 0 && ms < 1_000, `${after} ms after the instant`);
  for (const { page, isSamePage } of pages) {
    await page.getByText(sentence).first().waitFor();
    assert.ok(await isSamePage(), "without a reload");
    await page.context().close();
  }
  return after;
}

/** The folder, downloaded from each public page, holds by the commands of its own instructions, and by nothing of ours. */
export async function verifyCommunique(stage: Stage, { sentence }: Communique): Promise<void> {
  for (const side of [stage.korea, stage.unitedStates]) {
    const page = await stage.visitor();
    await page.goto(at(side, "/en/"));
    await stage.inspect(page);
    await page.locator("#communique h2 a").click();
    await page.locator("#files").waitFor();
    await page.getByText(sentence).first().waitFor();
    await stage.inspect(page);
    const downloading = page.waitForEvent("download");
    await page.locator("a[download]").click();
    verifyFolder(unzipSync(readFileSync(await (await downloading).path())), sentence);
    await page.context().close();
  }
}

async function typeInto(page: Page, number: number, sentence: string): Promise<void> {
  const paragraph = page.getByRole("article", { name: `Paragraph ${number}` });
  await paragraph.getByRole("button", { name: `Edit Paragraph ${number}` }).click();
  for (const language of ["Korean", "English"]) {
    const field = paragraph.getByRole("textbox", { name: language });
    await field.press("Control+End");
    await field.pressSequentially(` ${sentence}`);
  }
  await paragraph.getByRole("button", { name: `Save paragraph ${number}` }).click();
  await paragraph.getByText(sentence).nth(1).waitFor();
}

/** Opens an act's dialog as soon as the page offers the act, and confirms it where its button is named. */
async function act(page: Page, name: string, title: string, confirm?: string) {
  await page.locator(".title").getByRole("button", { name, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: title });
  await dialog.waitFor();
  if (confirm) {
    await dialog.getByRole("button", { name: confirm, exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
  }
  return dialog;
}

/** One side proposes, the other agrees to the very same instant; neither person is the one who signed. */
async function setInstant(stage: Stage, path: string): Promise<number> {
  const { korea, unitedStates } = stage;
  const ours = await stage.person(korea, "Second releasing officer");
  const theirs = await stage.person(unitedStates, "Second releasing officer");
  await Promise.all([open(ours, at(korea, path)), open(theirs, at(unitedStates, path))]);
  const proposal = await act(ours, "Sign the publication", "Publish CCWG-8/JS/1");
  await stage.inspect(ours);
  const instant = Math.ceil((Date.now() + LEAD_MS) / 1000) * 1000;
  await proposal.getByLabel(/^Instant of publication/).fill(new Date(instant).toISOString().slice(0, 19));
  await proposal.getByRole("button", { name: "Sign publication at this instant" }).click();
  await theirs.getByText("publication signed").first().waitFor();
  const agreement = await act(theirs, "Sign the publication", "Publish CCWG-8/JS/1");
  await agreement.getByText(/^KOR has signed publication at/).waitFor();
  await agreement.getByRole("button", { name: "Sign publication at this instant" }).click();
  for (const page of [ours, theirs])
    await page
      .locator(".publication")
      .getByText(/at both nodes/)
      .waitFor();
  return instant;
}

async function firstSeen(side: Side, sentence: string, instant: number): Promise<number> {
  const anyone = new Visitor(side);
  for (;;) {
    const { body } = await anyone.ask("GET", "/en/");
    const now = Date.now();
    if (body.includes(sentence)) return now;
    assert.ok(now < instant + 10_000, `not public at ${side.short}`);
    await delay(instant - now > WATCHED_CLOSELY_MS ? 500 : 20);
  }
}
