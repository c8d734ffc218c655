import { startNode } from "@entente/node";
import type { DryRun } from "@entente/node/api";
import { ask } from "@entente/node/command-line";
import type { Browser, Page } from "playwright-core";
import { makeAlliance, type Side, type Visitor } from "../test/alliance/alliance.ts";
import { report, tokenOf, writeOwn } from "../test/alliance/own-objects.ts";
import { open, openBrowser, openContext, signIn, WITHOUT_CHROMIUM } from "../test/browser/browser.ts";
import { buildConsole } from "../test/browser/console-build.ts";
import { loopbackRoundTrips } from "./loopback.ts";
import { keep, summaryOf, tableOf } from "./summary.ts";

const RELEASES = 20;
const WARM_UP = 3;
const LONGEST_MS = 1_000;
/** The shipped interval: what comes within a second came by the hint. */
const SHIPPED_INTERVAL_MS = 10_000;
const SHORT_INTERVAL_MS = 1_000;

type Run = { readonly browser: Browser; readonly wakeUp: boolean; readonly pullEveryMs: number };

/** From Korea's answer to a release until the row stands in the console that is open in a browser at the ally's node. */
async function measure(): Promise<void> {
  if (WITHOUT_CHROMIUM) throw new Error(WITHOUT_CHROMIUM);
  buildConsole();
  const browser = await openBrowser();
  try {
    const hinted = await latencies({ browser, wakeUp: true, pullEveryMs: SHIPPED_INTERVAL_MS });
    const scheduled = await latencies({ browser, wakeUp: false, pullEveryMs: SHORT_INTERVAL_MS });
    const times = {
      "bare HTTPS round trip, loopback": hinted.base,
      "release to browser, with the hint": hinted.times,
      [`release to browser, by a schedule of ${SHORT_INTERVAL_MS / 1000} s`]: scheduled.times,
    };
    const summaries = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, summaryOf(all)]));
    const path = keep("release-latency", { unit: "ms", summaries, times });
    process.stdout.write(`${tableOf(summaries, Object.keys(times)[0] ?? "")}\n${path}\n`);
    if (Math.max(...hinted.times) >= LONGEST_MS) throw new Error(`a release took longer than ${LONGEST_MS} ms`);
  } finally {
    await browser.close();
  }
}

async function latencies({ browser, wakeUp, pullEveryMs }: Run) {
  const alliance = await makeAlliance({ pullEveryMs });
  const { korea, unitedStates } = alliance;
  const node = await startNode({ home: korea.home, wakeUp });
  try {
    await alliance.start(unitedStates);
    const page = await (await openContext(browser, { width: 1440, dark: false, language: "en" })).newPage();
    const { link } = await ask<{ link: string }>(unitedStates.home, "sign-in", { as: "Analyst", tokenFile: false });
    await signIn(page, link);
    await open(page, `http://${unitedStates.host}:${unitedStates.port}/console/`);
    const officer = await alliance.signIn(korea);
    const token = await tokenOf(korea, "Analyst");
    const times: number[] = [];
    for (let round = 0; round < WARM_UP + RELEASES; round += 1) {
      const took = await latency({ from: korea, to: unitedStates, officer, page, token });
      if (round >= WARM_UP) times.push(took);
    }
    return { times, base: await loopbackRoundTrips(korea.home) };
  } finally {
    await node.close();
    await alliance.close();
  }
}

type One = {
  readonly from: Side;
  readonly to: Side;
  readonly officer: Visitor;
  readonly page: Page;
  readonly token: string;
};

async function latency({ from, to, officer, page, token }: One): Promise<number> {
  const object = report(from, { name: `Measured ${crypto.randomUUID()}`, label: "green" });
  await writeOwn(from, [object], token);
  const asked = { ids: [object.id], party: to.party };
  const { digest } = await officer.post<DryRun>("/api/releases/dry-run", asked);
  const seen = page.evaluate(whenShown, String(object.name));
  await officer.post("/api/releases", { ...asked, reason: "benchmark", digest });
  const answered = performance.timeOrigin + performance.now();
  return (await seen) - answered;
}

/** Runs in the page: the instant, in milliseconds since 1970, at which a text stands in the document. */
function whenShown(text: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.body.textContent.includes(text)) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
  });
}

await measure();
