import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ask } from "@entente/node/command-line";
import { fillNodes } from "./fill-nodes.ts";
import { makeNodes } from "./make-nodes.ts";
import { KOREA, UNITED_STATES } from "./parties.ts";
import { running } from "./processes.ts";

const DATA = resolve(".data");
const DONE = join(DATA, "filled");
const MAIL_PORT = 7003;
const PERSONS = ["Analyst", "Releasing officer", "Second releasing officer"];

/** Starts the demonstration: two allied nodes and a process that catches their mail, all on this machine. */
async function start(): Promise<void> {
  const began = Date.now();
  if (process.argv.includes("--fresh") || !existsSync(DONE)) rmSync(DATA, { recursive: true, force: true });
  const isNew = !existsSync(DONE);
  mkdirSync(DATA, { recursive: true, mode: 0o700 });
  if (isNew) await step("making two nodes", () => makeNodes(DATA, MAIL_PORT));
  const children = await step("starting them", () =>
    Promise.all([
      running("serve", "--home", homeOf(KOREA)),
      running("serve", "--home", homeOf(UNITED_STATES)),
      running("mail", String(MAIL_PORT)),
    ]),
  );
  stopWith(children);
  if (isNew) {
    await fillNodes({ korea: homeOf(KOREA), unitedStates: homeOf(UNITED_STATES), step });
    writeFileSync(DONE, "");
  }
  say(`\nReady after ${((Date.now() - began) / 1000).toFixed(1)} s.\n`);
  for (const party of [KOREA, UNITED_STATES]) await introduce(party);
  say(`Mail          http://127.0.0.1:${MAIL_PORT}/\n`);
  say(WHAT_TO_TRY);
}

function homeOf({ short }: { short: string }): string {
  return join(DATA, short.toLowerCase());
}

async function introduce({ names, host, port, ...party }: typeof KOREA): Promise<void> {
  say(`${names.en}\n  public page   http://${host}:${port}/  (or http://127.0.0.1:${port}/)`);
  for (const person of PERSONS) {
    const { link } = await ask<{ link: string }>(homeOf(party), "sign-in", { as: person, tokenFile: false });
    say(`  ${person.padEnd(25)} ${link}`);
  }
  say("");
}

const WHAT_TO_TRY = `What to try (each link works once, within ten minutes; more: npx entente sign-in --home .data/kor --as Analyst)
  1. Sign in at Korea's node as a releasing officer, open Releases, look at the dry run of the Konni report, release it,
     and watch it arrive at the node of the United States.
  2. Record a conclusion on item 2 of the eighth session, accept it at the other node, carry it up.
  3. Table, accept, sign and publish the joint communiqué; download its folder from a public page and verify it.
  4. Subscribe to the newsletter on a public page, and read the mail.
Stop with Ctrl+C. Begin again with: npm start -- --fresh
`;

async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  process.stdout.write(`${what} … `);
  const result = await work();
  say(`${((Date.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function stopWith(
  children: readonly { kill(signal: "SIGTERM"): boolean; once(event: "exit", listener: () => void): unknown }[],
): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    for (const child of children) child.kill("SIGTERM");
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  // One node's end leaves the other's pages up; when all have ended, so does this process.
}

start().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
});
