import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
// crop: name x y w h out
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const jobs: [string, number, number, number, number, string][] = JSON.parse(process.argv[2]!);
for (const [name, x, y, w, h, out] of jobs) {
  const page = await browser.newPage({ viewport: { width: w, height: h } });
  const b = readFileSync(`/tmp/shot-${name}.png`).toString("base64");
  await page.setContent(`<body style="margin:0;overflow:hidden"><img style="position:absolute;left:-${x}px;top:-${y}px" src="data:image/png;base64,${b}">`);
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/${out}.png` }); await page.close();
}
const page = await browser.newPage({ viewport: { width: 1700, height: 1500 } });
const b = readFileSync(`/tmp/shot-fr320.png`).toString("base64");
await page.setContent(`<body style="margin:0;display:flex;gap:20px">${[0,1,2,3,4].map(i=>`<div style="width:320px;height:1500px;background:url(data:image/png;base64,${b}) 0 -${i*1500}px no-repeat"></div>`).join("")}`);
await page.waitForTimeout(300);
await page.screenshot({ path: "/tmp/c320.png" });
await browser.close();
