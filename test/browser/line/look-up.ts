import type { Page } from "playwright-core";
import type { Side } from "../../alliance/alliance.ts";
import { open } from "../browser.ts";
import { at, shownIn } from "../stage.ts";

/** Types a value into the one field, and returns the row of its answer. */
export async function lookUp(page: Page, side: Side, value: string): Promise<string> {
  await open(page, at(side, "/console/lookup"));
  await page.getByRole("textbox", { name: "Values, one a line or in running text" }).fill(value);
  await page.getByRole("main").getByRole("button", { name: "Look up" }).click();
  return shownIn(page.locator("table.res tbody tr[data-index='0']"));
}

/** As people pass values on, so that nobody follows them by mistake. */
export function defanged(value: string): string {
  return value.replaceAll(".", "[.]").replace(/^http/, "hxxp");
}
