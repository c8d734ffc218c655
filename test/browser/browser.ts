import { existsSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

/** Why browser tests can't run here; false when they can. */
export const WITHOUT_CHROMIUM = CHROMIUM ? false : "Chromium is missing: install it (Debian: apt-get install chromium)";

/** Real Chromium. The system's resolver need not know *.localhost: the browser maps it to loopback by itself. */
export function openBrowser(): Promise<Browser> {
  if (!CHROMIUM) throw new Error(String(WITHOUT_CHROMIUM));
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP *.localhost 127.0.0.1"],
  });
}

export type Look = {
  readonly width: number;
  readonly dark: boolean;
  readonly language: "en" | "fr" | "ko";
  readonly withoutScript?: boolean;
};

export function openContext(
  browser: Browser,
  { width, dark, language, withoutScript = false }: Look,
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? "dark" : "light",
    locale: language,
    timezoneId: "UTC",
    javaScriptEnabled: !withoutScript,
    reducedMotion: "reduce",
  });
}

/** Signs a browser in by a one-time link, and waits until the console is there. */
export async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.waitForURL((address) => !address.pathname.endsWith("/sign-in"));
}

/** Opens an address and waits until the page shows what it asked for. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** The page shows what it asked for: the console says while it waits for an answer. */
export async function settled(page: Page): Promise<void> {
  await page.locator("main h1").first().waitFor();
  await page.waitForFunction(() => !document.querySelector("main .waiting, [aria-busy=true]"));
}

/** What axe finds wrong on the page: each rule with the first element that breaks it. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(" ")}: ${nodes[0]?.failureSummary}`);
}

/** By how many pixels the page is wider than the window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
