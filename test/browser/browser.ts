import { existsSync } from "node:fs";
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

export type Look = { readonly width: number; readonly dark: boolean; readonly language: "en" | "fr" | "ko" };

export function openContext(browser: Browser, { width, dark, language }: Look): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? "dark" : "light",
    locale: language,
    reducedMotion: "reduce",
  });
}

/** Signs a browser in by a one-time link, and waits until the console is there. */
export async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.waitForURL((address) => !address.pathname.endsWith("/sign-in"));
}
