import { chromium } from "playwright-core";
import { publishedNode, publishHistory, signedAccord } from "./src/public/test/published-node.ts";
import { createSite } from "#public";
import { composeMessage } from "./src/newsletter/compose-message.ts";
const node = await publishedNode(); await publishHistory(node); const accord = signedAccord(); await node.publish([accord]);
const site = createSite(node.parts);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const base = { message: "m", address: "a@b.example", policyVersion: "2026-11-24", askedAt: Date.now()*1000, confirmUntil: Date.now()*1000+1e11, leaveToken: "L".repeat(43) } as const;
for (const [n, c] of [["m1", { ...base, kind: "confirm", bulletin: null, language: "fr", confirmedAt: null, confirmToken: "C".repeat(43) }], ["m2", { ...base, kind: "bulletin", bulletin: accord.id, language: "ko", confirmedAt: Date.now()*1000, confirmToken: null }]] as const) {
  const m = composeMessage(await site.context(c.language), c as never, "http://kor.localhost:7001")!;
  if (n === "m1") console.log(m.subject, m.fromName, "\n" + m.text);
  const page = await browser.newPage({ viewport: { width: 700, height: 700 } }); await page.setContent(m.html); await page.screenshot({ path: `/tmp/${n}.png`, fullPage: true });
}
await browser.close(); await node.close();
