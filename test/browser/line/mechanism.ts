import assert from "node:assert/strict";
import type { JsonObject } from "@entente/stix";
import type { Page } from "playwright-core";
import {
  BODY,
  EIGHTH_SESSION,
  EXERCISE,
  groundworkOfKorea,
  ITEM,
  objectsOfUnitedStates,
  STATEMENT,
  STRATEGY,
  statementsOfKorea,
  type Texts,
  WORKING_GROUP_SESSION,
} from "../../../demo/mechanism/index.ts";
import { KOREA, UNITED_STATES } from "../../../demo/parties.ts";
import type { Side } from "../../alliance/alliance.ts";
import { open, settled } from "../browser.ts";
import { at, plain, type Stage, shownBy, shownIn } from "../stage.ts";

type Language = keyof Texts;
const LANGUAGES: readonly Language[] = ["en", "fr", "ko"];
const DAYS: Readonly<Record<Language, RegExp>> = {
  en: /8.{1,5}9 May 2023/,
  fr: /8.{1,5}9 mai 2023/,
  ko: /2023년 5월 8일.{1,20}9일/,
};
const FACTS = new Map<string, JsonObject>(
  [groundworkOfKorea(by(KOREA)), objectsOfUnitedStates(by(UNITED_STATES)), statementsOfKorea(by(KOREA))]
    .flat()
    .map((object) => [String(object.id), object]),
);
const NUMBERS = [STATEMENT.consultation2023Is48th, STATEMENT.consultation2023Is55th];

/** Alliance, consultation, working group and their sessions, in three languages, on the console and the public page. */
export async function seeMechanism(stage: Stage): Promise<void> {
  await Promise.all([stage.korea, stage.unitedStates].map((side) => seeAt(stage, side)));
}

async function seeAt(stage: Stage, side: Side): Promise<void> {
  const console = await stage.person(side, "Releasing officer");
  const site = await stage.visitor();
  await site.goto(at(side, "/en/"));
  for (const language of LANGUAGES) {
    await open(console, at(side, "/console/sessions"));
    await speak(console, language);
    shows(await shownBy(console), [...bodies(language), ...bothNumbers(language), "1953", "2014"]);
    shows(await shownBy(console), [wordsOf(STATEMENT.fifthSessionRemote, "value", language)]);
    // The pages' test inspects English and Korean.
    if (language === "fr") await stage.inspect(console);

    await open(console, at(side, `/console/sessions/${EIGHTH_SESSION}`));
    const session = await shownBy(console);
    shows(session, [...items(language), ...strategies(language), wordsOf(EXERCISE.betweenCommands, "title", language)]);
    shows(session, [wordsOf(EIGHTH_SESSION, "place", language), publisherOf(STRATEGY.korea, language)]);
    assert.match(session, DAYS[language]);
    if (language === "fr") await stage.inspect(console);

    await site.locator(`.langs a[lang=${language}]`).click();
    await site.locator(`html[lang=${language}]`).waitFor();
    const home = await shownIn(site.locator("body"));
    shows(home, [wordsOf(BODY.workingGroup, "names", language), "1953", "2014", ...bothNumbers(language)]);
    shows(home, [...items(language), ...strategies(language), wordsOf(EXERCISE.betweenCommands, "title", language)]);
    assert.match(home, DAYS[language]);
    assert.equal(await site.locator("#sessions ol.line li").count(), Object.keys(WORKING_GROUP_SESSION).length);
    if (language === "fr") await stage.inspect(site);
  }
  await speak(console, "en");
  await site.context().close();
}

async function speak(console: Page, language: Language): Promise<void> {
  await console.locator(`.langs button[lang=${language}]`).click();
  await console.locator(`html[lang=${language}]`).waitFor();
  await settled(console);
}

const bodies = (language: Language) => Object.values(BODY).map((id) => wordsOf(id, "names", language));
const items = (language: Language) => Object.values(ITEM).map((id) => wordsOf(id, "title", language));
const strategies = (language: Language) => Object.values(STRATEGY).map((id) => wordsOf(id, "title", language));
/** Sources differ, and both positions stand there, each with who publishes it. */
const bothNumbers = (language: Language) =>
  NUMBERS.flatMap((id) => [wordsOf(id, "value", language), publisherOf(id, language)]);

function wordsOf(id: string, property: string, language: Language): string {
  const texts = FACTS.get(id)?.[property] as Texts | undefined;
  assert.ok(texts?.[language], `${id} has ${property} in ${language}`);
  return plain(texts[language]);
}

function publisherOf(id: string, language: Language): string {
  const source = FACTS.get(id)?.source as { publisher: string | Texts } | undefined;
  const publisher = source?.publisher ?? assert.fail(`${id} has a source`);
  return plain(typeof publisher === "string" ? publisher : publisher[language]);
}

function shows(text: string, all: readonly string[]): void {
  for (const one of all) assert.ok(text.includes(one), `shows ${JSON.stringify(one)}: ${text.slice(0, 3000)}`);
}

function by({ id }: { id: string }) {
  return { author: id, at: "2023-05-10T01:00:00.000Z" };
}
