import { chromium } from "playwright-core";
import AxeBuilder from "@axe-core/playwright";
import { publishedNode, publishHistory, signedAccord } from "./src/public/test/published-node.ts";
import { groundworkOfKorea, EIGHTH_SESSION } from "../demo/mechanism/index.ts";
import { KOREA } from "../demo/parties.ts";
const node = await publishedNode();
await publishHistory(node);
const accord = signedAccord();
await node.publish([accord]);
const address = await node.app.listen({ port: 0, host: "127.0.0.1" });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [colorScheme, width] of [["light",1440],["dark",1440],["light",320]] as const) {
  const ctx = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await ctx.newPage();
  page.on("console", m => console.log("console", m.text()));
  for (const path of ["/fr/","/ko/","/en/sessions",`/en/sessions/${EIGHTH_SESSION}`,"/fr/communiques",`/en/communiques/${accord.id}`,"/en/news","/fr/privacy","/ko/accessibility","/en/keys","/en/confirm/abc","/en/unsubscribe/abc","/en/nothing"]) {
    await page.goto(address + path);
    const r = await new AxeBuilder({ page }).analyze();
    const w = await page.evaluate("document.documentElement.scrollWidth");
    if (r.violations.length || w !== width) console.log(colorScheme, width, path, w, JSON.stringify(r.violations.map(v => [v.id, v.nodes.slice(0,3).map(n => n.target+" "+n.failureSummary?.slice(0,200))])));
  }
  await ctx.close();
}
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
page.on("console", m => console.log("console", m.text())); page.on("pageerror", e => console.log("err", e.message));
await page.goto(address + "/en/");
await page.fill("#email", "typed@example.org"); await page.focus("#email");
const [s] = groundworkOfKorea({ author: KOREA.id, at: "2026-02-01T00:00:00.000Z" }).filter(({ id }) => id === EIGHTH_SESSION);
await page.waitForTimeout(300);
const t0 = Date.now();
await node.publish([{ ...s, place: { en: "Busan", fr: "Busan", ko: "부산" } }]);
await page.locator("h1", { hasText: "Busan" }).waitFor({ timeout: 3000 });
console.log("live after", Date.now() - t0, "ms; typed:", await page.inputValue("#email"), "focus:", await page.evaluate("document.activeElement.id"));
await page.check("[name=consent]"); await page.click("button.primary");
console.log("form:", page.url(), await page.textContent("h1"));
await page.goto(address + "/fr/unsubscribe/abcd"); await page.click("button.primary"); console.log("leave:", await page.textContent("h1"));
await page.goto(address + "/ko/confirm/abcd"); await page.click("button.primary"); console.log("confirm:", await page.textContent("h1"));
// no JS
const nojs = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
await nojs.goto(address + "/en/"); await nojs.fill("#email", "nojs@example.org"); await nojs.check("[name=consent]"); await nojs.click("button.primary"); console.log("nojs:", await nojs.textContent("h1"));
await nojs.goto(address + "/en/"); await nojs.emulateMedia({ media: "print" }); await nojs.pdf({ path: "/tmp/print.pdf" }).catch(()=>{});
for (const at of ["/en/feed.atom","/fr/feed.json"]) console.log((await node.app.inject({ url: at })).body.slice(0, 700));
const sizes: any = {}; for (const at of ["/fr/", ...((await node.app.inject({url:"/fr/"})).body.match(/\/public\/[a-z.]+\?v=[\w-]+/g)??[])]) { const r = await node.app.inject({ url: at, headers: {"accept-encoding":"br"} }); sizes[at] = r.rawPayload.length; } console.log(sizes);
console.log(node.faults); await browser.close(); await node.close();
