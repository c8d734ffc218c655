import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { KOREA } from "../../../demo/parties.ts";
import { withPlainSql } from "../../../test/storage/plain-sql.ts";
import {
  initPublished,
  type PublishedNode,
  publishedNode,
  publishHistory,
  signedAccord,
} from "../public/test/published-node.ts";
import { createNewsletter } from "./index.ts";
import { claimMessage } from "./outbox.ts";

type Mailbox = {
  readonly port: number;
  readonly mails: ParsedMail[];
  refuseNext(code: number): void;
  close(): Promise<void>;
};

/** A real mail server, which another library reads. */
async function mailServer(): Promise<Mailbox> {
  const mails: ParsedMail[] = [];
  let refusal: number | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, callback) => {
      const code = refusal;
      refusal = undefined;
      callback(code ? Object.assign(new Error("no"), { responseCode: code }) : null);
    },
    onData: (stream, _session, callback) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        callback();
      }, callback);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    refuseNext: (code) => {
      refusal = code;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

type World = { readonly node: PublishedNode; readonly box: Mailbox; readonly home: string };

async function withNewsletter(work: (world: World) => Promise<void>): Promise<void> {
  const box = await mailServer();
  const home = mkdtempSync(join(tmpdir(), "entente-newsletter-"));
  rmSync(home, { recursive: true });
  await initPublished(home, { host: "127.0.0.1", port: box.port, from: "bulletin@kor.example" });
  const node = await publishedNode({ home });
  const newsletter = createNewsletter(node.parts);
  try {
    await publishHistory(node);
    await newsletter.start();
    await work({ node, box, home });
    assert.deepEqual(node.faults, []);
  } finally {
    await newsletter.stop();
    await node.close();
    await box.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const form = (fields: Record<string, string>) => ({
  headers: { "content-type": "application/x-www-form-urlencoded" },
  payload: new URLSearchParams(fields).toString(),
});

function ask({ app }: PublishedNode, email: string, more: Record<string, string> = {}, headers = {}) {
  const asked = form({ email, language: "fr", consent: "yes", website: "", ...more });
  return app.inject({ method: "POST", url: "/en/subscribe", ...asked, headers: { ...asked.headers, ...headers } });
}

async function until(what: () => boolean | Promise<boolean>, label: string): Promise<void> {
  for (const end = Date.now() + 8_000; Date.now() < end; ) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail(`never: ${label}`);
}

const linksIn = ({ text = "" }: ParsedMail) => text.match(/http:\/\/\S+/g) ?? [];
const pathTo = (mail: ParsedMail | undefined, kind: string) => {
  const link = mail && linksIn(mail).find((one) => one.includes(`/${kind}/`));
  assert.ok(link, `no ${kind} link`);
  return new URL(link).pathname;
};
const oneClickPath = (mail: ParsedMail | undefined) => {
  const header = mail?.headerLines.find(({ key }) => key === "list-unsubscribe")?.line ?? "";
  return new URL(/<(http[^>]+)>/.exec(header)?.[1] ?? "").pathname;
};
async function states({ parts }: PublishedNode): Promise<{ address: string; state: string }[]> {
  const { subscribers } = parts.database;
  const rows = await subscribers.selectFrom("subscribers").select(["address", "state"]).orderBy("address").execute();
  return rows.map((row) => ({ ...row }));
}

async function subscribe(world: World, email: string): Promise<ParsedMail> {
  const { node, box } = world;
  const before = box.mails.length;
  assert.equal((await ask(node, email)).statusCode, 200);
  await until(() => box.mails.length > before, "confirmation");
  const mail = box.mails.at(-1);
  assert.equal((await node.app.inject({ method: "POST", url: pathTo(mail, "confirm") })).statusCode, 200);
  return mail as ParsedMail;
}

test("only the button subscribes; a prefetcher changes nothing; a bulletin goes out once, and leaving ends it", () =>
  withNewsletter(async (world) => {
    const { node, box } = world;
    await ask(node, "reader@Example.org");
    await until(() => box.mails.length === 1, "confirmation");
    const [first] = box.mails;
    assert.equal(first?.subject, "Confirmez votre inscription");
    assert.match(first?.html || "", /<html lang="fr">/);
    assert.doesNotMatch(first?.html || "", /<img|<script|src=|@import|url\(/);
    for (const link of linksIn(first as ParsedMail)) {
      for (const method of ["GET", "HEAD"] as const) {
        assert.equal((await node.app.inject({ method, url: new URL(link).pathname })).statusCode, 200, link);
      }
    }
    assert.deepEqual(await states(node), [{ address: "reader@example.org", state: "waiting" }]);
    const confirm = pathTo(first, "confirm");
    assert.equal((await node.app.inject({ method: "POST", url: confirm })).statusCode, 200);
    // A second press says the same.
    assert.match((await node.app.inject({ method: "POST", url: confirm })).body, /Vous êtes inscrit/);
    assert.deepEqual(await states(node), [{ address: "reader@example.org", state: "confirmed" }]);

    await node.publish([signedAccord()]);
    await until(() => box.mails.length === 2, "bulletin");
    const bulletin = box.mails[1];
    assert.match(bulletin?.subject ?? "", /Communiqué conjoint de la huitième session/);
    assert.match(bulletin?.text ?? "", /CCWG-8\/JS\/1/);
    assert.match(bulletin?.messageId ?? "", /^<[0-9a-f-]{36}@localhost>$/);
    const headers = new Map(bulletin?.headerLines.map(({ key, line }) => [key, line]));
    assert.match(headers.get("list-unsubscribe-post") ?? "", /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/);
    assert.match(
      headers.get("list-unsubscribe") ?? "",
      /^List-Unsubscribe:\s+<http:\/\/localhost:0\/unsubscribe\/[\w-]{43}>$/,
    );
    pathTo(bulletin, "unsubscribe");

    // RFC 8058: no cookie, no Origin, no page; and another body ends nothing.
    const leave = oneClickPath(bulletin);
    assert.equal((await node.app.inject({ method: "POST", url: leave, ...form({ other: "x" }) })).statusCode, 400);
    assert.equal((await states(node)).length, 1);
    const done = await node.app.inject({ method: "POST", url: leave, ...form({ "List-Unsubscribe": "One-Click" }) });
    assert.deepEqual([done.statusCode, await states(node)], [200, []]);
    await node.publish([signedAccord({ symbol: "CCWG-8/JS/2" })]);
    await until(async () => (await bulletins(node)).length === 2, "second bulletin announced");
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(box.mails.length, 2);
    const [receipt] = await node.parts.database.subscribers.selectFrom("receipts").selectAll().execute();
    assert.ok(receipt?.ended_at && receipt.address_hash.length === 64);
    assert.doesNotMatch(JSON.stringify(receipt), /reader|example/);
  }));

test("the answer is the same for known, new and flooded addresses, and for programs that fill in every field", () =>
  withNewsletter(async (world) => {
    const { node, box } = world;
    await subscribe(world, "known@example.org");
    const answers = [
      await ask(node, "known@example.org"),
      await ask(node, "new@example.org"),
      await ask(node, "bot@example.org", { website: "http://spam.example" }),
    ];
    for (const answer of answers) assert.deepEqual([answer.statusCode, answer.body], [200, answers[0]?.body]);
    await until(() => box.mails.length === 3, "two more");
    const byAddress = new Map(box.mails.map((mail) => [[mail.to].flat()[0]?.text, mail.subject]));
    assert.equal(byAddress.get("known@example.org"), "Vous êtes déjà inscrit");
    assert.ok(!byAddress.has("bot@example.org"));
    for (let time = 0; time < 5; time += 1) {
      assert.equal((await ask(node, "NEW@example.org")).body, answers[0]?.body);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.equal(box.mails.filter((mail) => [mail.to].flat()[0]?.text === "new@example.org").length, 3);
    assert.deepEqual(
      (await states(node)).map(({ address }) => address),
      ["known@example.org", "new@example.org"],
    );
  }));

test("no consent, no address, another site's form: refused, with nothing stored", () =>
  withNewsletter(async ({ node, box }) => {
    const wrong = [
      [await ask(node, "a@example.org", { consent: "" }), 400],
      [await ask(node, "not an address"), 400],
      [await ask(node, "a@example.org, b@example.org"), 400],
      [await ask(node, "a@example.org\r\nBcc: b@example.org"), 400],
      [await ask(node, "a@example.org", { language: "xx" }), 400],
      [await ask(node, "a@example.org", {}, { origin: "http://other.example" }), 403],
      [await ask(node, "a@example.org", {}, { origin: "null" }), 403],
    ] as const;
    for (const [answer, status] of wrong) assert.equal(answer.statusCode, status, answer.body);
    await new Promise((resolve) => setTimeout(resolve, 150));
    assert.deepEqual([await states(node), box.mails.length], [[], 0]);
    // The twin: the same form from our own page.
    const own = { host: "localhost:7001", origin: "http://localhost:7001" };
    assert.equal((await ask(node, "a@example.org", {}, own)).statusCode, 200);
    await until(() => box.mails.length === 1, "confirmation");
  }));

test("a mail program's multipart one-click ends it too", () =>
  withNewsletter(async (world) => {
    const mail = await subscribe(world, "reader@example.org");
    const { app } = world.node;
    const payload = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const answer = await app.inject({ method: "POST", url: oneClickPath(mail), headers, payload });
    assert.deepEqual([answer.statusCode, await states(world.node)], [200, []]);
  }));

test("what the server refuses for now is tried again, what it refuses for good is dead with the reason", () =>
  withNewsletter(async ({ node, box }) => {
    const outbox = () => node.parts.database.subscribers.selectFrom("outbox").selectAll().execute();
    box.refuseNext(550);
    await ask(node, "gone@example.org");
    await until(async () => (await outbox())[0]?.state === "dead", "dead");
    assert.match((await outbox())[0]?.reason ?? "", /550/);
    box.refuseNext(451);
    await ask(node, "later@example.org");
    await until(
      async () => (await outbox()).some(({ attempts, state }) => attempts === 1 && state === "queued"),
      "later",
    );
    const later = (await outbox()).find(({ state }) => state === "queued");
    assert.ok(later && later.next_at > Date.now() * 1000 && /451/.test(later.reason ?? ""));
  }));

test("a process that died between claim and answer sends the message again, under the same Message-ID", () =>
  withNewsletter(async (world) => {
    const { node, box, home } = world;
    await subscribe(world, "reader@example.org");
    await node.publish([signedAccord()]);
    await until(async () => (await bulletins(node))[0]?.delivered === 1, "bulletin");
    // As `kill -9` after the server's 250 and before its record would leave it.
    await alter(home, "update outbox set state = 'sending', sent_at = null where kind = 'bulletin'");
    const again = createNewsletter(node.parts);
    await again.start();
    await until(() => box.mails.length === 3, "again");
    await again.stop();
    assert.equal(box.mails[2]?.messageId, box.mails[1]?.messageId);
    assert.equal(await node.parts.database.write(claimMessage, null), undefined);
    // What was answered for is never sent again, however often it is started.
    const third = createNewsletter(node.parts);
    await third.start();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await third.stop();
    assert.equal(box.mails.length, 3);
  }));

test("the console sees what is public, what could be, and how the newsletter goes", () =>
  withNewsletter(async (world) => {
    const { node, box } = world;
    await subscribe(world, "reader@example.org");
    await ask(node, "waiting@example.org");
    await node.publish([signedAccord()]);
    await until(() => box.mails.length === 3, "bulletin");
    await until(
      async () => (await node.app.inject({ url: "/api/public" })).json().bulletins[0]?.delivered === 1,
      "count",
    );
    const room = (await node.app.inject({ url: "/api/public" })).json();
    assert.deepEqual(room.subscribers, { confirmed: 1, waiting: 1 });
    assert.ok(room.rows.length > 30 && room.rows.some(({ id }: { id: string }) => id === KOREA.id));
    assert.deepEqual(room.ready, []);
    assert.doesNotMatch(JSON.stringify(room), /@example\.org/);
  }));

function bulletins({ parts }: PublishedNode) {
  return parts.database.subscribers.selectFrom("bulletins").selectAll().execute();
}

function alter(home: string, sql: string): Promise<void> {
  return withPlainSql(home, "subscribers", async ({ run }) => assert.ok((await run(sql)) > 0, sql));
}
