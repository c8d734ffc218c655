import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ask } from "@entente/node/command-line";
import type { Page } from "playwright-core";
import { KOREA, UNITED_STATES } from "../../demo/parties.ts";
import { axeFindings, type Look, openBrowser, openContext, sidewaysScroll, signIn } from "./browser.ts";
import { CONSOLE_PAGES, PUBLIC_PAGES } from "./pages.ts";

const OUT = resolve("screenshots");
const LOOKS: Readonly<Record<string, Look>> = {
  light: { width: 1440, dark: false, language: "en" },
  dark: { width: 1440, dark: true, language: "en" },
  narrow: { width: 320, dark: false, language: "fr" },
  korean: { width: 1440, dark: false, language: "ko" },
};
/** Takes a picture of every page of both nodes of the demonstration, in every look, and lists what axe finds on them. */
async function takeAll(): Promise<void> {
  const demonstration = await startUnlessRunning();
  mkdirSync(OUT, { recursive: true });
  const browser = await openBrowser();
  const only = process.argv[2];
  let violations = 0;
  try {
    for (const party of [KOREA, UNITED_STATES]) {
      for (const [name, look] of Object.entries(LOOKS)) {
        const context = await openContext(browser, look);
        const page = await context.newPage();
        const { link } = await ask<{ link: string }>(join(".data", party.short.toLowerCase()), "sign-in", {
          as: "Releasing officer",
          tokenFile: false,
        });
        await signIn(page, link);
        await context.addInitScript(`localStorage.setItem("entente-language", "${look.language}")`);
        const site = `http://${party.host}:${party.port}`;
        const pages = [
          ...Object.entries(CONSOLE_PAGES).map(
            ([what, path]) => [`console-${what}`, `${site}/console${path}`] as const,
          ),
          ...Object.entries(PUBLIC_PAGES).map(
            ([what, path]) => [`public-${what}`, `${site}/${look.language}/${path}`] as const,
          ),
        ];
        for (const [what, address] of pages) {
          const file = `${party.short.toLowerCase()}-${what}-${name}`;
          if (!only || file.includes(only)) violations += await take(page, address, file);
        }
        await context.close();
      }
    }
  } finally {
    await browser.close();
    demonstration?.kill("SIGTERM");
  }
  process.stdout.write(`${violations} violations found by axe\n`);
  process.exitCode = violations === 0 ? 0 : 1;
}

async function take(page: Page, address: string, file: string): Promise<number> {
  await page.goto(address, { waitUntil: "load" });
  await page.locator("main").waitFor();
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(OUT, `${file}.png`), fullPage: true });
  const violations = await axeFindings(page);
  const overflow = await sidewaysScroll(page);
  for (const violation of violations) process.stdout.write(`${file}: ${violation}\n`);
  if (overflow > 0) process.stdout.write(`${file}: scrolls sideways by ${overflow} px\n`);
  return violations.length + (overflow > 0 ? 1 : 0);
}

async function startUnlessRunning(): Promise<ChildProcess | undefined> {
  const isRunning = await ask(join(".data", "kor"), "card", {}).then(
    () => true,
    () => false,
  );
  if (isRunning) return undefined;
  const script = fileURLToPath(new URL("../../demo/start.ts", import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const chunk of child.stdout) if (String(chunk).includes("Ready after")) break;
  return child;
}

await takeAll();
