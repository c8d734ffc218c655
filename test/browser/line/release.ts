import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { NATIONAL, REPORT } from "../../../demo/reports.ts";
import type { Side } from "../../alliance/alliance.ts";
import { filesWith } from "../../alliance/canaries.ts";
import { open, settled } from "../browser.ts";
import { at, type Stage, shownBy, shownIn } from "../stage.ts";
import { defanged, lookUp } from "./look-up.ts";
import { domainOf } from "./threat.ts";
import { staysOpen } from "./without-reload.ts";

const KONNI = "Konni: infrastructure known from public reports";
const KIMSUKY = "Kimsuky: a cluster of look-alike mail domains";
const NATIONAL_REPORT = "National: spear-phishing against a training portal (invented)";

/** GREEN: one person decides, and the report with its 398 indicators stands in the ally's open page, with its proof. */
export async function releaseGreen(stage: Stage): Promise<void> {
  const { korea, unitedStates } = stage;
  const officer = await stage.person(korea, "Releasing officer");
  const ally = await stage.person(unitedStates, "Releasing officer");
  await open(ally, at(unitedStates, "/console/"));
  const isSamePage = await staysOpen(ally);
  assert.match(await lookUp(await stage.person(unitedStates, "Analyst"), unitedStates, domainOf("konni")), / unknown /);

  await tryRelease(officer, korea, KONNI);
  await officer.getByRole("img", { name: "go 399, wait 0, stay 0" }).waitFor();
  await stage.inspect(officer);
  await officer.getByRole("textbox", { name: "Reason" }).fill("For item 2 of the eighth session");
  await officer.getByRole("button", { name: "Release to USA" }).click();

  const row = ally.getByRole("row").filter({ hasText: KONNI });
  await row.waitFor();
  assert.match(await shownIn(row), /From KOR/);
  assert.ok(await isSamePage(), "without a reload");
  await stage.inspect(ally);
  await officer.getByText("Carried out").waitFor();
  await stage.inspect(officer);

  await row.getByRole("link", { name: KONNI }).click();
  await ally.getByRole("heading", { name: /Released to us by KOR, entry \d+/ }).waitFor();
  assert.match(await shownBy(ally), /Ledger entry \d+ of \d+/);
  await stage.inspect(ally);
  assert.match(await lookUp(ally, unitedStates, defanged(domainOf("konni"))), / known From KOR /);
}

/** AMBER: nothing goes before a second person, signed in elsewhere, has seen the same and agreed. */
export async function releaseAmber(stage: Stage): Promise<void> {
  const { korea, unitedStates } = stage;
  const first = await stage.person(korea, "Releasing officer");
  const second = await stage.person(korea, "Second releasing officer");
  const ally = await stage.person(unitedStates, "Releasing officer");
  await Promise.all([open(second, at(korea, "/console/")), open(ally, at(unitedStates, "/console/"))]);

  await tryRelease(first, korea, KIMSUKY);
  await first.getByRole("textbox", { name: "Reason" }).fill("For item 2 of the eighth session");
  await first.getByRole("button", { name: "Ask for the second decision" }).click();
  await first.getByText("You gave the first decision. Another releasing officer has to give the second.").waitFor();
  await stage.inspect(first);

  const waiting = second.getByRole("row").filter({ hasText: KIMSUKY }).filter({ hasText: "Second decision" });
  await waiting.waitFor();
  await stage.inspect(second);
  assert.equal(await statusOf(ally, REPORT.kimsuky), 404, "nothing has left yet");
  await waiting.getByRole("link").click();
  await second.getByText("As the first person saw it").waitFor();
  await stage.inspect(second);
  await second.getByRole("button", { name: "Agree, and release" }).click();

  await ally.getByRole("row").filter({ hasText: KIMSUKY }).getByText("From KOR").waitFor();
  assert.equal(await statusOf(ally, REPORT.kimsuky), 200);
}

/** A national report stays: its dry run says so, and nothing of it is anywhere at the other node. */
export async function keepNational(stage: Stage): Promise<void> {
  const { korea, unitedStates } = stage;
  const officer = await stage.person(korea, "Releasing officer");
  const ally = await stage.person(unitedStates, "Releasing officer");
  await tryRelease(officer, korea, NATIONAL_REPORT);
  await officer.getByText("Nothing would go.").first().waitFor();
  await stage.inspect(officer);
  assert.match(await lookUp(officer, korea, NATIONAL.domain), / known National /);

  assert.match(await lookUp(ally, unitedStates, NATIONAL.domain), / unknown /);
  for (const id of [REPORT.national, ...Object.values(NATIONAL).filter((value) => value.includes("--"))]) {
    assert.equal(await statusOf(ally, id), 404, id);
    assert.deepEqual(filesWith(unitedStates.home, id), [], id);
  }
  for (const text of [NATIONAL.domain, NATIONAL_REPORT]) assert.deepEqual(filesWith(unitedStates.home, text), []);
  assert.ok(filesWith(unitedStates.home, REPORT.konni).length > 0, "the search finds what was released");
}

/** Selects one object among what is ready, and makes the dry run of its release to the ally. */
async function tryRelease(officer: Page, side: Side, title: string): Promise<void> {
  await open(officer, at(side, "/console/releases"));
  await officer.getByRole("checkbox", { name: `Select ${title}` }).check();
  await officer.getByRole("radio", { name: /\(USA\)$/ }).check();
  await officer.getByRole("button", { name: "Make a dry run" }).click();
  await officer.getByText("Dry run, nothing has left").waitFor();
  await settled(officer);
}

/** What the node answers when the person's own page asks for an object. */
function statusOf(page: Page, id: string): Promise<number> {
  return page.evaluate(async (address) => (await fetch(address)).status, `/api/objects/${id}`);
}
