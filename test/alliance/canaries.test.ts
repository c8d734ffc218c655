import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { startNode } from "@entente/node";
import { RELEASE_RULES } from "@entente/node/rules";
import { Agent, request } from "undici";
import { running } from "../../demo/processes.ts";
import { type Alliance, freePort, makeAlliance, type Side, until } from "./alliance.ts";
import { everythingFrom, placesWith, plantCanaries } from "./canaries.ts";
import { releaseTo } from "./joint-text.ts";
import { writeOwn } from "./own-objects.ts";

const WITHOUT_R5 = {
  rules: RELEASE_RULES.filter(({ id }) => id !== "R5"),
  writer: new URL("writer-without-r5.ts", import.meta.url),
};

test("nothing of a national report reaches the ally, the public or a mailbox", async () => {
  assert.deepEqual(await leaksWith({}), []);
});

test("the same search finds the canaries when R5 is left out", async () => {
  const leaks = await leaksWith(WITHOUT_R5);
  for (const what of ["name", "value", "observable id", "marking", "withheld reference", "referring"]) {
    assert.ok(
      leaks.some((leak) => leak.startsWith(`${what}:`)),
      `${what} is found`,
    );
  }
});

/** Tries to release everything to everyone, and returns where which canary is found. */
async function leaksWith(options: Partial<typeof WITHOUT_R5>): Promise<string[]> {
  const mailPort = await freePort();
  const mail = await running("mail", String(mailPort));
  const alliance = await makeAlliance({ mailPort });
  const { korea, unitedStates } = alliance;
  await alliance.start(unitedStates);
  const node = await startNode({ home: korea.home, ...options });
  try {
    const { objects, canaries, control } = plantCanaries(korea);
    await writeOwn(korea, objects);
    for (const to of ["USA", "PUBLIC"]) {
      await releaseTo(
        korea,
        to,
        objects.map(({ id }) => String(id)),
      );
    }
    await subscribe(alliance, korea);
    await until(
      () => placesWith(unitedStates, control),
      (files) => files.length > 0,
    );
    const reached = await everythingReached(alliance, mailPort);
    assert.ok(
      [...reached.values()].some((bytes) => bytes.includes(control)),
      "the search finds what was released",
    );
    const leaks: string[] = [];
    for (const [what, text] of canaries) {
      const seen = [...reached].filter(([, bytes]) => bytes.includes(text)).map(([path]) => path);
      leaks.push(...[...(await placesWith(unitedStates, text)), ...seen].map((place) => `${what}: ${place}`));
    }
    return leaks;
  } finally {
    await node.close();
    await alliance.close();
    mail.kill();
  }
}

async function subscribe(alliance: Alliance, side: Side): Promise<void> {
  const visitor = await alliance.signIn(side, "Analyst");
  await visitor.ask("POST", "/en/subscribe", "email=reader%40reader.example&language=en&consent=yes");
}

/** The public site, the public collection, the ally's console, the peer listener as the ally sees it, and all mail. */
async function everythingReached(alliance: Alliance, mailPort: number): Promise<Map<string, Buffer>> {
  const { korea, unitedStates } = alliance;
  const mailbox = async () =>
    Buffer.from(await (await request(`http://127.0.0.1:${mailPort}/messages.json`)).body.arrayBuffer());
  await until(mailbox, (bytes) => bytes.length > 10);
  const anyone = await everythingFrom(await alliance.signIn(korea, "Analyst"), [
    "/",
    ...["en", "fr", "ko"].flatMap((language) => [`/${language}/`, `/${language}/feed.atom`, `/${language}/feed.json`]),
    ...["objects/", "manifest/"].map((what) => `/taxii2/public/collections/public/${what}`),
  ]);
  const ally = await everythingFrom(
    await alliance.signIn(unitedStates),
    ["overview", "sessions", "exchange", "releases", "texts", "link", "threats/groups", "public"].map(
      (room) => `/api/${room}`,
    ),
  );
  return new Map([...anyone, ...ally, ...(await peerAnswers(korea, unitedStates)), ["mail", await mailbox()]]);
}

/** What the ally's node can ask of the peer listener, with its own certificate. */
async function peerAnswers(at: Side, caller: Side): Promise<Map<string, Buffer>> {
  const key = (name: string) => readFileSync(join(caller.home, "keys", name), "utf8");
  const connect = { cert: key("tls.cert.pem"), key: key("tls.key.pem"), rejectUnauthorized: false };
  const dispatcher = new Agent({ connect });
  const answers = new Map<string, Buffer>();
  const paths = ["checkpoint", "entries?from=0", "openings?from=0", "card"].map((what) => `/entente/1/${what}`);
  for (const path of [...paths, "/taxii2/", "/taxii2/releases/collections/releases/objects/"]) {
    const { statusCode, headers, body } = await request(`https://127.0.0.1:${at.peerPort}${path}`, { dispatcher });
    assert.equal(statusCode, 200, path);
    answers.set(
      `peer ${path}`,
      Buffer.concat([Buffer.from(JSON.stringify(headers)), Buffer.from(await body.arrayBuffer())]),
    );
  }
  await dispatcher.close();
  return answers;
}
