import assert from "node:assert/strict";
import { ask } from "@entente/node/command-line";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { fillNodes } from "../../demo/fill-nodes.ts";
import { running } from "../../demo/processes.ts";
import { type Alliance, freePort, makeAlliance, type Side } from "../alliance/alliance.ts";
import { axeFindings, type Look, openBrowser, openContext, signIn } from "./browser.ts";
import { buildConsole } from "./console-build.ts";

export type Person = "Analyst" | "Releasing officer" | "Second releasing officer";

/** Two nodes with the demonstration's data and a part of its lists, a process that catches mail, and a browser. */
export type Stage = {
  readonly alliance: Alliance;
  readonly korea: Side;
  readonly unitedStates: Side;
  readonly browser: Browser;
  readonly mailPort: number;
  /** The one page of a person, signed in, in a browser context of that person's own. */
  person(side: Side, person: Person): Promise<Page>;
  /** A page in a look of its own that a person signs in to. */
  signedIn(side: Side, person: Person, look: Look): Promise<Page>;
  /** A page of somebody who is not signed in. */
  visitor(look?: Partial<Look>): Promise<Page>;
  /** What axe finds on what a page shows now is a failure. */
  inspect(page: Page): Promise<void>;
  close(): Promise<void>;
};

/** Kimsuky, Lazarus and BlueNoroff in part; Konni whole, as its report counts. */
const VALUES_PER_LIST = 400;
const LOOK: Look = { width: 1440, dark: false, language: "en" };

export async function openStage(): Promise<Stage> {
  buildConsole();
  const mailPort = await freePort();
  const mail = await running("mail", String(mailPort));
  const alliance = await makeAlliance({ mailPort });
  const { korea, unitedStates } = alliance;
  await Promise.all([alliance.start(korea), alliance.start(unitedStates)]);
  await fillNodes({
    korea: korea.home,
    unitedStates: unitedStates.home,
    valuesPerList: VALUES_PER_LIST,
    step: (_, work) => work(),
  });
  const browser = await openBrowser();
  const pages = new Map<string, Page>();
  const newPage = async (context: BrowserContext) => {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on("pageerror", (error) => assert.fail(`${page.url()}: ${error.stack}`));
    return page;
  };
  const signedIn = async (side: Side, person: Person, look: Look) => {
    const page = await newPage(await openContext(browser, look));
    const { link } = await ask<{ link: string }>(side.home, "sign-in", { as: person, tokenFile: false });
    await signIn(page, link);
    return page;
  };
  return {
    signedIn,
    ...{ alliance, korea, unitedStates, browser, mailPort },
    person: async (side, person) => {
      const key = `${side.short} ${person}`;
      const page = pages.get(key) ?? (await signedIn(side, person, LOOK));
      pages.set(key, page);
      return page;
    },
    visitor: async (look = {}) => newPage(await openContext(browser, { ...LOOK, ...look })),
    inspect: async (page) => assert.deepEqual(await axeFindings(page), [], page.url()),
    close: async () => {
      await browser.close();
      await alliance.close();
      mail.kill();
    },
  };
}

/** The address of a node's page, as its own visitors write it. */
export function at({ host, port }: Side, path = "/"): string {
  return `http://${host}:${port}${path}`;
}

/** What a person sees of a place, with every kind of space as one: typography differs by language. */
export async function shownIn(place: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not shown
  return plain(await place.innerText());
}

export function shownBy(page: Page): Promise<string> {
  return shownIn(page.locator("main"));
}

/** Without what typography adds: raised letters, spaces that do not break. */
export function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ");
}
