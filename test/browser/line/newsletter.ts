import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { PublicRoom } from "@entente/node/api";
import type { Page } from "playwright-core";
import { request } from "undici";
import { agreeOnText, draftText } from "../../alliance/joint-text.ts";
import { at, type Stage, shownBy } from "../stage.ts";
import { headerOf, type Mail, mailArrived, mailTo, prefetch } from "./mailbox.ts";

export type Readers = {
  /** Reads English, subscribed without a script, and will leave. */
  readonly leaver: string;
  /** Reads French, and stays. */
  readonly stayer: string;
};

/** A joint text that is to be public later than the first one. */
export type Another = { readonly symbol: string; readonly instant: number };

/** Two readers at Korea's page. Only the button confirms: a scanner that opens every link changes nothing. */
export async function subscribe(stage: Stage): Promise<Readers> {
  const [leaver, stayer] = [address("leaver"), address("stayer")];
  const plain = await stage.visitor({ withoutScript: true });
  const scripted = await stage.visitor({ language: "fr" });
  const asked = await ask(plain, at(stage.korea, "/en/"), leaver);
  await ask(scripted, at(stage.korea, "/fr/"), stayer);
  await stage.inspect(scripted);

  for (const [page, reader, language] of [
    [plain, leaver, "en"],
    [scripted, stayer, "fr"],
  ] as const) {
    const mails = await mailArrived(stage, reader, 1);
    const before = await subscribers(stage);
    assert.ok((await prefetch(stage, mails)) >= 3, "to confirm, to leave, to the policy");
    assert.deepEqual(await subscribers(stage), before, "opening links confirms nothing");
    const link = mails[0]?.links.find(({ pathname }) => pathname.startsWith(`/${language}/confirm/`));
    await page.goto(String(link));
    if (page === scripted) await stage.inspect(page);
    await page.locator("main form button").click();
    await page.getByText({ en: "You are subscribed", fr: "Vous êtes inscrit" }[language]).first().waitFor();
    assert.equal((await subscribers(stage)).confirmed, before.confirmed + 1);
    if (page === scripted) await stage.inspect(page);
    assert.ok((await prefetch(stage, mails)) >= 3);
  }
  assert.deepEqual(await subscribers(stage), { confirmed: 2, waiting: 0 });

  assert.equal(await ask(plain, at(stage.korea, "/en/"), leaver), asked, "answers alike for an address that it knows");
  await Promise.all([plain, scripted].map((page) => page.context().close()));
  return { leaver, stayer };
}

/** The bulletin on a text arrives; a scanner that opens every link of every mail ends nothing, one POST does. */
export async function leave(stage: Stage, { leaver, stayer }: Readers, next: Another): Promise<void> {
  const bulletins = await Promise.all([leaver, stayer].map((reader) => bulletinOn(stage, reader, "CCWG-8/JS/1")));
  for (const bulletin of bulletins) {
    assert.match(headerOf(bulletin, "List-Unsubscribe"), /^<http:\/\/kor\.localhost:\d+\/unsubscribe\/[\w-]{20,}>$/);
    assert.equal(headerOf(bulletin, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
  }
  const all = (await Promise.all([leaver, stayer].map((reader) => mailTo(stage, reader)))).flat();
  await prefetch(
    stage,
    all.filter(({ links }) => !links.some(({ pathname }) => pathname.includes("/confirm/"))),
  );
  assert.deepEqual(await subscribers(stage), { confirmed: 2, waiting: 0 }, "opening links ends nothing");

  const [mine] = bulletins;
  assert.ok(mine);
  const oneClick = new URL(headerOf(mine, "List-Unsubscribe").slice(1, -1));
  // As a mail program sends it: no cookie, no origin, no page.
  const { statusCode } = await request(`http://127.0.0.1:${oneClick.port}${oneClick.pathname}`, {
    method: "POST",
    headers: { host: oneClick.host, "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  assert.equal(statusCode, 200);
  assert.deepEqual(await subscribers(stage), { confirmed: 1, waiting: 0 });
  assert.ok(Date.now() < next.instant, "left before the next text is public");
}

/** Of the next bulletin, whoever has left gets none. */
export async function missNext(stage: Stage, { leaver, stayer }: Readers, { symbol, instant }: Another): Promise<void> {
  await bulletinOn(stage, stayer, symbol, Math.max(0, instant - Date.now()) + 20_000);
  const received = await mailTo(stage, leaver);
  assert.ok(received.length > 0 && !received.some(({ text }) => text?.includes(symbol)));
}

async function ask(page: Page, site: string, reader: string): Promise<string> {
  await page.goto(site);
  await page.locator("input[name=email]").fill(reader);
  await page.locator("input[name=consent]").check();
  await page.locator("form.letter button").click();
  await page.waitForURL(/\/subscribe$/);
  return shownBy(page);
}

async function bulletinOn(stage: Stage, reader: string, symbol: string, timeoutMs = 20_000): Promise<Mail> {
  for (const end = Date.now() + timeoutMs; ; ) {
    const found = (await mailTo(stage, reader)).find(({ text }) => text?.includes(symbol));
    if (found) return found;
    assert.ok(Date.now() < end, `no bulletin on ${symbol} for ${reader}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Both nodes agree to publish another text, at an instant or soon after it. */
export async function agreeOnAnother({ alliance, korea }: Stage, notBefore: number): Promise<Another> {
  const { id, symbol } = await draftText(korea, "A second text, for a second bulletin.");
  return { symbol, instant: Date.parse(await agreeOnText(alliance, id, undefined, notBefore)) };
}

async function subscribers({ alliance, korea }: Stage): Promise<PublicRoom["subscribers"]> {
  const analyst = await alliance.signIn(korea, "Analyst");
  return (await analyst.get<PublicRoom>("/api/public")).subscribers;
}

function address(who: string): string {
  return `${who}.${randomBytes(4).toString("hex")}@reader.example`;
}
