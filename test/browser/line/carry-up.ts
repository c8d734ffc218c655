import assert from "node:assert/strict";
import { SUGGESTED_CONCLUSION, SUGGESTED_DISPOSITION } from "../../../demo/conclusion.ts";
import { CONSULTATION_SESSION, EIGHTH_SESSION, THREAD } from "../../../demo/mechanism/index.ts";
import { open } from "../browser.ts";
import { at, type Stage } from "../stage.ts";
import { staysOpen } from "./without-reload.ts";

/** A conclusion is recorded by the host, accepted by the ally, carried up and answered; both see it where it began. */
export async function carryUp(stage: Stage): Promise<void> {
  const { korea, unitedStates } = stage;
  const host = await stage.person(korea, "Releasing officer");
  const ally = await stage.person(unitedStates, "Releasing officer");
  const session = `/console/sessions/${EIGHTH_SESSION}`;
  await Promise.all([open(host, at(korea, session)), open(ally, at(unitedStates, session))]);
  const areSamePages = await Promise.all([staysOpen(host), staysOpen(ally)]);
  const { text } = SUGGESTED_CONCLUSION;
  const atHost = host.getByRole("table", { name: "Outcomes" }).getByRole("row").filter({ hasText: text.en });
  const atAlly = ally.getByRole("table", { name: "Outcomes" }).getByRole("row").filter({ hasText: text.en });

  await host.getByRole("button", { name: "Record an outcome" }).click();
  const record = host.getByRole("dialog", { name: "Record an outcome" });
  await record.getByRole("combobox", { name: "Agenda item" }).selectOption({ label: "2 Current cyber threats" });
  await record.getByRole("combobox", { name: "Thread" }).selectOption(THREAD.sharedPicture);
  await record.getByRole("textbox", { name: "Korean" }).fill(text.ko);
  await record.getByRole("textbox", { name: "English" }).fill(text.en);
  await stage.inspect(host);
  await record.getByRole("button", { name: "Record an outcome" }).click();

  await atAlly.getByRole("button", { name: "Accept" }).click();
  const accept = ally.getByRole("dialog", { name: "Accept this outcome" });
  await accept.getByText(text.ko).waitFor();
  await stage.inspect(ally);
  await accept.getByRole("button", { name: "Accept" }).click();
  for (const row of [atHost, atAlly]) await row.getByText("agreed by both").waitFor();

  await atHost.getByRole("button", { name: "Carry up" }).click();
  const carry = host.getByRole("dialog", { name: "Carry this outcome up" });
  assert.equal(await carry.getByRole("combobox").inputValue(), CONSULTATION_SESSION[2023]);
  await stage.inspect(host);
  await carry.getByRole("button", { name: "Carry up" }).click();
  await atAlly.getByText("not answered yet").waitFor();
  for (const isSamePage of areSamePages) assert.ok(await isSamePage(), "without a reload");

  const minister = await stage.person(unitedStates, "Second releasing officer");
  await open(minister, at(unitedStates, `/console/sessions/${CONSULTATION_SESSION[2023]}`));
  await minister.getByRole("button", { name: "Record the answer" }).click();
  const answer = minister.getByRole("dialog", { name: "Record the answer" });
  await answer.getByRole("textbox", { name: "Korean" }).fill(SUGGESTED_DISPOSITION.text.ko);
  await answer.getByRole("textbox", { name: "English" }).fill(SUGGESTED_DISPOSITION.text.en);
  await stage.inspect(minister);
  await answer.getByRole("button", { name: "Record the answer" }).click();

  for (const [page, row] of [
    [host, atHost],
    [ally, atAlly],
  ] as const) {
    await row.getByText(SUGGESTED_DISPOSITION.answer).waitFor();
    const line = page.getByRole("list", { name: "Thread" }).filter({ hasText: text.en });
    await line.getByText(SUGGESTED_DISPOSITION.text.en).waitFor();
    await stage.inspect(page);
  }
  for (const isSamePage of areSamePages) assert.ok(await isSamePage(), "without a reload");
}
