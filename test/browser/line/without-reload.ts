import type { Page } from "playwright-core";

/** Marks the document that a page shows now. The answer says later whether it is still that document. */
export async function staysOpen(page: Page): Promise<() => Promise<boolean>> {
  const mark = crypto.randomUUID();
  await page.evaluate((value) => document.documentElement.setAttribute("data-mark", value), mark);
  return async () => (await page.locator("html").getAttribute("data-mark")) === mark;
}
