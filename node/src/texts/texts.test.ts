import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { commandsIn, type FolderFile, verifyFolder } from "@entente/notes";
import { TLP_MARKING } from "@entente/stix";
import { objectOf } from "#objects";
import { PUBLIC } from "#release";
import { PARAGRAPHS } from "../../../demo/joint-text.ts";
import { BODY, groundworkOfKorea } from "../../../demo/mechanism/index.ts";
import { written } from "../../../demo/mechanism/written.ts";
import { accordFolder } from "./accord-folder.ts";
import { concludeAccord } from "./conclude-accord.ts";
import { jointTexts } from "./joint-texts.ts";
import * as acts from "./test/acts.ts";
import { accept, accordsAt, draft, edit, inSeconds, pageAt, publicTypes, publish, sign, table } from "./test/acts.ts";
import { admit, carriedOut, exchange, restart, stop, type TestNode, twoNodes, until } from "./test/two-nodes.ts";

let nodes: Awaited<ReturnType<typeof twoNodes>>;
let korea: TestNode;
let usa: TestNode;
before(async () => {
  nodes = await twoNodes();
  ({ korea, usa } = nodes);
  const groundwork = groundworkOfKorea({ author: korea.party.id, at: new Date().toISOString() });
  await admit(korea, "own", groundwork);
  const ids = groundwork.map(({ id }) => String(id));
  await korea.parts.releases.decide({ party: usa.party.id, ids, reason: "The mechanism", first: korea.first });
  await exchange(korea, usa);
});
after(() => nodes.remove());

async function bothWays(): Promise<void> {
  await exchange(korea, usa);
  await exchange(usa, korea);
}
async function tabled(symbol: string, more: object = {}): Promise<string> {
  const id = await draft(korea, symbol, more);
  await table(korea, id);
  await bothWays();
  return id;
}
async function signed(symbol: string, more: object = {}): Promise<string> {
  const id = await tabled(symbol, more);
  await accept(usa, id);
  await bothWays();
  for (const node of [korea, usa]) await sign(node, id);
  await bothWays();
  return id;
}
const statesOf = async (id: string) => [(await pageAt(korea, id)).state, (await pageAt(usa, id)).state];

/** Types the commands of the folder's own document, as a person would who has it unpacked. */
function follow(folder: readonly FolderFile[], commands: readonly string[]): { status: number | null; stdout: string } {
  const place = mkdtempSync(join(tmpdir(), "entente-folder-"));
  for (const { name, bytes } of folder) writeFileSync(join(place, name), bytes);
  const options = { cwd: place, encoding: "utf8", env: { ...process.env, LC_ALL: "C" } } as const;
  const { status, stdout } = spawnSync("bash", ["-e", "-c", commands.join("\n")], options);
  rmSync(place, { recursive: true });
  return { status, stdout };
}
function flipped(file: FolderFile): FolderFile {
  const bytes = Buffer.from(file.bytes);
  bytes[bytes.length >> 1]! ^= 1;
  return { name: file.name, bytes };
}

test("tabled, accepted, signed, published: one manifest, public at both at the instant, checked by openssl", async () => {
  const symbol = "CCWG-8/JS/1";
  const sentence = `1. ${randomBytes(9).toString("hex")}.`;
  const id = await draft(korea, symbol);
  await edit(korea, id, 1, { en: sentence, ko: sentence });
  assert.equal(await exchange(korea, usa), 0, "a draft stays here");
  await assert.rejects(table(korea, id, korea.analyst), { code: "not-allowed" });
  await table(korea, id);
  assert.equal(await exchange(korea, usa), PARAGRAPHS.length + 2, "the text, each paragraph once, and the act");

  const there = await pageAt(usa, id);
  assert.deepEqual([there.state, there.manifest, there.acts.accept], ["tabled", null, { can: true }]);
  assert.equal(there.paragraphs[1]?.texts.en, sentence);
  const [line] = await jointTexts(usa.parts.database.objects);
  assert.deepEqual([line?.id, line?.waitsFor], [id, [{ act: "accept", side: "ours" }]]);
  await accept(usa, id);
  await bothWays();
  const [{ manifest }, theirs] = [await pageAt(korea, id), await pageAt(usa, id)];
  assert.ok(manifest);
  assert.deepEqual(manifest, theirs.manifest);
  await sign(korea, id);
  await bothWays();
  assert.deepEqual(await statesOf(id), ["signed-by-us", "signed-by-them"]);
  await sign(usa, id);
  await bothWays();
  const watchers = [korea, usa].map(acts.watcher);
  for (const watcher of watchers) await watcher.start();
  const instant = inSeconds(5);
  await publish(korea, id, instant);
  await bothWays();
  assert.equal((await pageAt(usa, id)).proposedInstant, instant);
  await publish(usa, id, instant);
  await bothWays();
  for (const node of [korea, usa]) {
    await until(async () => (await accordsAt(node, symbol)).length === 1);
    await carriedOut(node);
    assert.ok(Date.now() < Date.parse(instant), "still before the instant");
    assert.deepEqual([...(await publicTypes(node))], [], "nothing of it is in the public's view");
  }
  assert.deepEqual(await statesOf(id), ["publication-agreed", "publication-agreed"]);

  for (const node of [korea, usa]) {
    await until(async () => (await pageAt(node, id)).state === "public");
    const page = await pageAt(node, id);
    const lateMs = Date.parse(page.publishedAt ?? "") - Date.parse(instant);
    assert.ok(lateMs >= 0 && lateMs < 1000, `public ${lateMs} ms after the instant`);
    assert.deepEqual([page.late, page.instant, page.manifest], [false, instant, manifest]);
    const decisions = node.parts.database.objects.selectFrom("decisions").selectAll().where("party", "=", PUBLIC);
    const { first_person, second_person } = await decisions.executeTakeFirstOrThrow();
    assert.deepEqual([first_person, second_person], [node.first.id, node.second.id]);
    const types = await publicTypes(node);
    assert.ok(["identity", "entente-session", "entente-accord"].every((type) => types.has(type)));
    assert.ok(["entente-joint-text", "entente-paragraph", "entente-act"].every((type) => !types.has(type)));
    const folder = accordFolder(objectOf((await accordsAt(node, symbol))[0]!));
    assert.deepEqual(verifyFolder(folder, await acts.keysOf(node)), []);
    assert.ok(Buffer.from(folder.find(({ name }) => name === "en.single.txt")!.bytes).includes(sentence));
    const commands = commandsIn(Buffer.from(folder.find(({ name }) => name === "VERIFY.md")!.bytes).toString());
    const { status, stdout } = follow(folder, commands);
    assert.equal(status, 0, stdout);
    assert.equal(stdout.match(/Signature Verified Successfully/g)?.length, 4);
    if (node === usa) continue;
    for (const [at, file] of folder.entries()) {
      assert.notEqual(follow(folder.with(at, flipped(file)), commands).status, 0, file.name);
    }
  }
  for (const watcher of watchers) await watcher.stop();
});

test("what was edited meanwhile is neither accepted nor signed; a proposal opens the paragraph again", async () => {
  const id = await tabled("CCWG-8/JS/2");
  const seen = (await pageAt(usa, id)).paragraphs.map(({ digest }) => digest);
  await assert.rejects(edit(korea, id, 0, { en: "0. Changed.", ko: "0. 변경." }, korea.analyst), {
    code: "not-allowed",
  });
  await edit(korea, id, 0, { en: "0. Changed.", ko: "0. 변경." }, korea.first);
  await bothWays();
  await assert.rejects(accept(usa, id, seen), { code: "edited-meanwhile" });
  assert.equal(
    (await pageAt(usa, id)).paragraphs.filter(({ agreed }) => agreed).length,
    0,
    "none of them was accepted",
  );
  await accept(usa, id);
  await bothWays();
  assert.deepEqual(await statesOf(id), ["agreed", "agreed"]);
  const old = (await pageAt(usa, id)).manifest?.sha256 ?? "";
  await edit(usa, id, 2, { en: "2. Proposed.", ko: "2. 제안." }, usa.first);
  await bothWays();
  assert.deepEqual(await statesOf(id), ["tabled", "tabled"]);
  await assert.rejects(sign(korea, id, old), { code: "act-impossible" });
  await accept(korea, id);
  await bothWays();
  await assert.rejects(sign(korea, id, old), { code: "edited-meanwhile" });
  await sign(korea, id);
  await assert.rejects(edit(korea, id, 2, { en: "2. No.", ko: "2. 아니." }, korea.first), { code: "act-impossible" });
});

test("a paragraph with a fault is refused with its place, and nothing is stored", async () => {
  const id = await draft(korea, "CCWG-8/JS/3");
  const before = await pageAt(korea, id);
  const refused = { code: "text-not-canonical" };
  for (const en of ["a\r\nb", "a ", "a\u202Eb"]) await assert.rejects(edit(korea, id, 0, { en, ko: "글." }), refused);
  await assert.rejects(edit(korea, id, 0, { en: "Text." } as never), refused);
  await assert.rejects(edit(korea, id, 0, { en: "Text.", ko: "글.", fr: "Texte." } as never), refused);
  assert.deepEqual((await pageAt(korea, id)).paragraphs, before.paragraphs);
  await edit(korea, id, 0, { en: "a.", ko: "글." });
  assert.notDeepEqual((await pageAt(korea, id)).paragraphs, before.paragraphs);
});

test("one person signs and another publishes; too early an instant, a forged line and a hidden session are refused", async () => {
  const symbol = "CCWG-8/JS/4";
  const id = await signed(symbol);
  await assert.rejects(publish(korea, id, inSeconds(30), korea.first), { code: "second-person-refused" });
  assert.deepEqual((await pageAt(korea, id, korea.first)).acts.publish, { can: false, why: "same-person-as-sign" });
  assert.deepEqual((await pageAt(korea, id, korea.second)).acts.publish, { can: true });
  await assert.rejects(publish(korea, id, inSeconds(50), korea.second, 60_000), { code: "instant-too-early" });
  await publish(korea, id, inSeconds(90), korea.second, 60_000);
  await bothWays();
  await assert.rejects(publish(usa, id, inSeconds(95)), { code: "edited-meanwhile" });

  const session = `entente-session--${randomUUID()}`;
  const properties = { form: "remote", agenda: [], body_ref: BODY.workingGroup };
  const writing = { author: korea.party.id, at: new Date().toISOString() };
  const hidden = {
    ...written("entente-session", session, writing, properties),
    object_marking_refs: [TLP_MARKING.green],
  };
  await admit(korea, "own", [hidden]);
  const other = await signed("CCWG-8/JS/5", { session_ref: session });
  assert.deepEqual((await pageAt(korea, other, korea.second)).acts.publish, {
    can: false,
    why: "session-not-for-the-public",
  });
  await assert.rejects(publish(korea, other, inSeconds(90)), { code: "act-impossible" });

  const forged = await tabled("CCWG-8/JS/6");
  await accept(usa, forged);
  await bothWays();
  await sign(usa, forged, undefined, { signer: acts.signerOf(korea) }).then(
    () => assert.fail("a line by another key was kept"),
    ({ code }) => assert.equal(code, "proof-failed"),
  );
});

test("the second line comes late: public on arrival, marked late at both, once, also after a stop and in parallel", async () => {
  const symbol = "CCWG-8/JS/7";
  const id = await signed(symbol);
  const instant = inSeconds(0.3);
  await publish(korea, id, instant);
  await bothWays();
  await until(async () => Date.now() > Date.parse(instant));
  await publish(usa, id, instant);
  await bothWays();
  // No watcher ran: as if the node had been killed between the last line and the accord.
  await stop(korea);
  await restart(korea);
  const conclusion = { id, keys: await acts.keysOf(korea), keyPages: acts.KEY_PAGES };
  const command = concludeAccord(korea.parts.releases.rules);
  const concluded = await Promise.all([1, 2, 3].map(() => korea.parts.database.write(command, conclusion)));
  assert.equal(concluded.filter((accord) => accord !== null).length, 1);
  for (const node of [korea, usa]) {
    for (const _ of [1, 2]) {
      const watcher = acts.watcher(node);
      await watcher.start();
      await until(async () => (await pageAt(node, id)).state === "public");
      await watcher.stop();
    }
    assert.equal((await pageAt(node, id)).late, true);
    assert.equal((await accordsAt(node, symbol)).length, 1);
  }
});

test("a decision that became void is taken again; before the instant nothing shows", async () => {
  const symbol = "CCWG-8/JS/8";
  const session = `entente-session--${randomUUID()}`;
  const properties = { form: "remote", agenda: [], body_ref: BODY.workingGroup };
  const writing = { author: korea.party.id, at: new Date().toISOString() };
  await admit(korea, "own", [written("entente-session", session, writing, properties)]);
  const id = await signed(symbol, { session_ref: session });
  const watcher = acts.watcher(korea);
  await watcher.start();
  const instant = inSeconds(2);
  await publish(korea, id, instant);
  await bothWays();
  await publish(usa, id, instant);
  await bothWays();
  await until(async () => (await accordsAt(korea, symbol)).length === 1);
  // The session is released by itself in between, so that the accord's decision holds something that is there already.
  const [first, second] = [korea.first, korea.second];
  const decision = { party: PUBLIC, ids: [session], reason: "The session", first, second };
  await korea.parts.releases.decide(decision);
  await carriedOut(korea);
  assert.equal((await pageAt(korea, id)).state, "publication-agreed");
  await until(async () => (await pageAt(korea, id)).state === "public");
  assert.equal((await accordsAt(korea, symbol)).length, 1);
  await watcher.stop();
});

test("killed at random moments between the last line and the publication: one accord, one publication", async (t) => {
  const symbol = "CCWG-8/JS/9";
  const id = await signed(symbol);
  const instant = inSeconds(0.2);
  await publish(korea, id, instant);
  await bothWays();
  await publish(usa, id, instant);
  await bothWays();
  await stop(korea);
  const delays: number[] = [];
  let concluded = 0;
  for (let kill = 0; kill < 5; kill += 1) {
    const child = spawn(process.execPath, [new URL("./test/killed-node.ts", import.meta.url).pathname, korea.home]);
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    // The first somewhere between opening and concluding, the last two just after a conclusion.
    await until(async () => said.includes(kill < 3 ? "open" : "concluded"), 30_000);
    delays.push(randomInt(0, 150));
    await new Promise((resolve) => setTimeout(resolve, delays.at(-1)));
    child.kill("SIGKILL");
    await once(child, "exit");
    if (said.includes("concluded")) concluded += 1;
  }
  t.diagnostic(`killed after ms: ${delays.join(", ")}; ${concluded} of them after the conclusion`);
  await restart(korea);
  const watcher = acts.watcher(korea);
  await watcher.start();
  await until(async () => (await pageAt(korea, id)).state === "public");
  const accords = await accordsAt(korea, symbol);
  assert.equal(accords.length, 1);
  const rows = korea.parts.database.objects.selectFrom("views").select("entry").where("party", "=", PUBLIC);
  assert.equal((await rows.where("id", "=", accords[0]!.id).execute()).length, 1);
  await watcher.stop();
});
