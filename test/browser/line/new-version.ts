import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { ObjectPage } from "@entente/node/api";
import { EIGHTH_SESSION } from "../../../demo/mechanism/index.ts";
import { until } from "../../alliance/alliance.ts";
import { releaseTo } from "../../alliance/joint-text.ts";
import { at, type Stage } from "../stage.ts";
import { staysOpen } from "./without-reload.ts";

/** A fact is an object: its new version, released to the ally and to the public, changes both open public pages. */
export async function changeFact(stage: Stage): Promise<void> {
  const { alliance, korea, unitedStates } = stage;
  const words = `Described again in this run: ${randomBytes(6).toString("hex")}.`;
  const pages = await Promise.all(
    [korea, unitedStates].map(async (side) => {
      const page = await stage.visitor();
      await page.goto(at(side, "/en/"));
      return { page, isSamePage: await staysOpen(page) };
    }),
  );
  const [analyst, ally] = [await alliance.signIn(korea, "Analyst"), await alliance.signIn(unitedStates, "Analyst")];
  const { digest } = await analyst.get<ObjectPage>(`/api/objects/${EIGHTH_SESSION}`);
  const description = { en: words, fr: `En français : ${words}`, ko: `한국어로: ${words}` };
  await analyst.post(`/api/objects/${EIGHTH_SESSION}/versions`, { digest, properties: { description } });
  await releaseTo(korea, "USA", [EIGHTH_SESSION]);
  await releaseTo(korea, "PUBLIC", [EIGHTH_SESSION]);
  await until(
    () => ally.get<ObjectPage>(`/api/objects/${EIGHTH_SESSION}`),
    ({ json }) => json.includes(words),
  );
  await releaseTo(unitedStates, "PUBLIC", [EIGHTH_SESSION]);
  for (const { page, isSamePage } of pages) {
    await page.getByText(words).waitFor();
    assert.ok(await isSamePage(), "without a reload");
    await page.context().close();
  }
}
