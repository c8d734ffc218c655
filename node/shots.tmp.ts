import { chromium } from "playwright-core";
import { publishedNode, publishHistory, signedAccord } from "./src/public/test/published-node.ts";
const node = await publishedNode();
await publishHistory(node);
await node.publish([signedAccord()]);
const address = await node.app.listen({ port: 0, host: "127.0.0.1" });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const want = process.argv.slice(2);
const shots: [string, string, number, "light"|"dark"][] = [
 ["fr","/fr/",1440,"light"],["fr320","/fr/",320,"light"],["dark","/en/",1440,"dark"],["ko","/ko/",1440,"light"],
 ["session","/fr/sessions/entente-session--0ded1792-fda8-46ca-8897-c245b2c24248",1440,"light"],["sessions","/en/sessions",1440,"light"],
 ["comm","/fr/communiques",1440,"light"],["news","/ko/news",1440,"light"],["privacy","/fr/privacy",1440,"light"],["keys","/en/keys",1440,"light"],["keys320","/en/keys",320,"dark"],
];
for (const [name, path, width, colorScheme] of shots) {
  if (want.length && !want.includes(name)) continue;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  page.on("console", m => console.log(name, m.text())); page.on("pageerror", e => console.log(name, e.message));
  const r = await page.goto(address + path, { waitUntil: "load" });
  console.log(name, r?.status(), await page.evaluate("document.documentElement.scrollWidth"));
  await page.screenshot({ path: `/tmp/shot-${name}.png`, fullPage: true });
  await page.close();
}
await browser.close(); console.log(node.faults); await node.close();
