import assert from "node:assert/strict";
import { LISTS, valueLines } from "../../../demo/lists.ts";
import { EIGHTH_SESSION } from "../../../demo/mechanism/index.ts";
import { GROUPS } from "../../../demo/reference-set.ts";
import { open } from "../browser.ts";
import { at, type Stage, shownIn } from "../stage.ts";
import { defanged, lookUp } from "./look-up.ts";

/** Item 2 shows the eight groups and what each side holds on them; one field says whether a value is known, and whose. */
export async function seeThreat(stage: Stage): Promise<void> {
  const { korea, unitedStates } = stage;
  for (const [side, held, source] of [
    [korea, "kimsuky", "konni"],
    [unitedStates, "lazarus", "bluenoroff"],
  ] as const) {
    const page = await stage.person(side, "Analyst");
    await open(page, at(side, `/console/sessions/${EIGHTH_SESSION}`));
    const item = page.locator("#item-2");
    await item.locator("table.groups").waitFor();
    assert.match(await shownIn(item), / 18\.1, agreed by both/);
    for (const { name, number } of Object.values(GROUPS)) {
      assert.match(await rowOf(name), new RegExp(`${number}.* \\d+`), "its id and how many techniques");
    }
    assert.match(await rowOf(GROUPS[held].name), / \d{3} none /, "held by us, and not by the ally");
    await stage.inspect(page);

    const value = domainOf(source);
    assert.match(await lookUp(page, side, defanged(value)), new RegExp(` known Import: maltrail-${source} `));
    assert.match(await lookUp(page, side, "not-known.example"), / unknown /);
    await stage.inspect(page);

    function rowOf(name: string): Promise<string> {
      const row = item.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
      return shownIn(row);
    }
  }
}

/** A domain that stands on one list. */
export function domainOf(list: keyof typeof LISTS): string {
  const domain = valueLines(LISTS[list]).find((value) => /^[a-z0-9-]+\.(?:com|net|org)$/.test(value));
  assert.ok(domain);
  return domain;
}
