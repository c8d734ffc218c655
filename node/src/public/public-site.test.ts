import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import type { JsonObject } from "@entente/stix";
import { unzipSync } from "fflate";
import { EIGHTH_SESSION, groundworkOfKorea, ITEM, STATEMENT } from "../../../demo/mechanism/index.ts";
import { KOREA } from "../../../demo/parties.ts";
import { type PublishedNode, publishedNode, publishHistory, signedAccord } from "./test/published-node.ts";

async function withNode(work: (node: PublishedNode) => Promise<void>): Promise<void> {
  const node = await publishedNode();
  try {
    await work(node);
    assert.deepEqual(node.faults, []);
  } finally {
    await node.close();
  }
}

async function page({ app }: PublishedNode, url: string, headers: Record<string, string> = {}) {
  const answer = await app.inject({ url, headers });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
}

const words = (markup: string) => markup.replace(/<[^>]*>/g, " ").replace(/[ \n]+/g, " ");

test("before anything is published every page says so, and no section stands empty", () =>
  withNode(async (node) => {
    const { status, body } = await page(node, "/en/");
    assert.equal(status, 200);
    assert.match(words(body), /Nothing is published yet/);
    for (const id of ["agenda", "communique", "sessions", "statements", "news", "sources", "mechanism-title"]) {
      assert.doesNotMatch(body, new RegExp(`id="${id}"`), id);
    }
    assert.match(body, /id="letter"/);
    for (const at of ["sessions", "communiques", "news", "privacy", "accessibility", "keys"]) {
      assert.equal((await page(node, `/en/${at}`)).status, 200, at);
    }
    assert.match((await page(node, "/en/privacy")).body, /The party that runs this node, KOR,/);
  }));

test("the record in three languages, each fact with its source; a text that has no French says so", () =>
  withNode(async (node) => {
    await publishHistory(node);
    const expected = {
      en: [
        /Eighth session, Seoul, 8 and 9 May 2023/,
        /Cybersecurity policies/,
        /One fact, two sources/,
        /55th/,
        /48th/,
      ],
      fr: [/Huitième session, Séoul, 8 et 9\u00a0mai 2023/, /Politiques de cybersécurité/, /Un fait, deux sources/],
      ko: [/제8차 회의, 서울, 2023년 5월 8일과 9일/, /사이버안보 정책/, /하나의 사실, 두 개의 출처/],
    };
    for (const [language, patterns] of Object.entries(expected)) {
      const { body } = await page(node, `/${language}/`);
      for (const pattern of patterns) assert.match(words(body), pattern);
      assert.match(body, new RegExp(`<html lang="${language}"`));
      const cited = new Set([...body.matchAll(/href="#s(\d+)"/g)].map(([, number]) => number));
      assert.ok(cited.size >= 5);
      for (const number of cited) assert.match(body, new RegExp(`id="s${number}"`));
    }
    assert.doesNotMatch((await page(node, "/fr/")).body, /en anglais/);
    const [item] = groundworkOfKorea({ author: KOREA.id, at: "2026-01-01T00:00:00.000Z" }).filter(
      ({ id }) => id === ITEM.policies,
    );
    await node.publish([{ ...item, title: { en: "Policies on cybersecurity" } }]);
    assert.match(
      (await page(node, "/fr/")).body,
      /<span lang="en">Policies on cybersecurity<\/span> <small class="other">\(en anglais\)<\/small>/,
    );
    assert.match((await page(node, "/", { "accept-language": "ko" })).body, /<html lang="ko"/);
  }));

test("what has no PUBLIC decision is nowhere, by name, id or feed; the answer is that of a random id", () =>
  withNode(async (node) => {
    await publishHistory(node);
    const held = statement("entente-statement--11111111-1111-4111-8111-111111111111", "canary held back");
    await node.admit([held]);
    const accord = signedAccord({ sentence: "canary accord" });
    await node.admit([accord]);
    const addresses = ["/en/", "/en/sessions", `/en/sessions/${EIGHTH_SESSION}`, "/en/communiques", "/en/news"];
    for (const at of [...addresses, "/en/feed.atom", "/en/feed.json", "/taxii2/public/collections/public/objects/"]) {
      const { status, body } = await page(node, at, { accept: "*/*" });
      assert.equal(status, 200, at);
      assert.doesNotMatch(body, /canary|entente-accord--/, at);
    }
    const unreleased = await page(node, `/en/communiques/${accord.id}`);
    const unknown = await page(node, "/en/communiques/entente-accord--99999999-9999-4999-8999-999999999999");
    assert.deepEqual([unreleased.status, unreleased.body], [404, unknown.body]);
    assert.equal((await page(node, `/accords/${accord.id}.zip`)).status, 404);
    assert.equal((await page(node, `/accords/${accord.id}/manifest`)).status, 404);
    // The twin: once released, both are there.
    await node.publish([held, accord]);
    assert.match((await page(node, `/en/communiques/${accord.id}`)).body, /canary accord/);
    assert.match((await page(node, "/taxii2/public/collections/public/objects/")).body, /canary held back/);
  }));

test("the folder that is downloaded satisfies its own commands, and is the same archive each time", () =>
  withNode(async (node) => {
    await publishHistory(node);
    const accord = signedAccord({ sentence: "6. 안녕 & <b>hello</b>." });
    await node.publish([accord]);
    const { body } = await page(node, `/fr/communiques/${accord.id}`);
    assert.match(body, /signé par les deux parties, publié le 10\u00a0mai 2023/);
    assert.match(body, /안녕 &amp; &lt;b>hello&lt;\/b>/);
    const archive = (await node.app.inject({ url: `/accords/${accord.id}.zip` })).rawPayload;
    assert.deepEqual((await node.app.inject({ url: `/accords/${accord.id}.zip` })).rawPayload, archive);
    const folder = mkdtempSync(join(tmpdir(), "entente-folder-"));
    try {
      const files = Object.entries(unzipSync(archive)).map(
        ([name, bytes]) => [name.split("/")[1] ?? "", bytes] as const,
      );
      for (const [name, bytes] of files) {
        writeFileSync(join(folder, name), bytes);
        const single = await node.app.inject({ url: `/accords/${accord.id}/${name}` });
        assert.deepEqual(single.rawPayload, Buffer.from(bytes), name);
      }
      const commands = [...body.matchAll(/<pre>([^<]*)<\/pre>/g)].flatMap(([, text = ""]) => text.trim().split("\n"));
      assert.ok(commands.length >= 3);
      for (const command of commands) {
        const [tool = "", ...rest] = command.split(" ");
        execFileSync(tool, rest, { cwd: folder });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }));

test("a folder whose signatures don't hold is never called signed", () =>
  withNode(async (node) => {
    await publishHistory(node);
    const accord = signedAccord();
    const files = (accord.files as { name: string; data: string; sha256: string }[]).map((file) => {
      if (!file.name.startsWith("sign.party-1")) return file;
      const bytes = Buffer.from(file.data, "base64");
      bytes[10] = (bytes[10] ?? 0) ^ 1;
      return { ...file, data: bytes.toString("base64"), sha256: createHash("sha256").update(bytes).digest("hex") };
    });
    await node.publish([{ ...accord, files }]);
    const text = words((await page(node, `/en/communiques/${accord.id}`)).body);
    assert.doesNotMatch(text, /signed by both parties, published/);
    assert.match(text, /cannot be confirmed here/);
  }));

test("a new version shows at once, tells open pages, and changes the ETag; a revoked object goes", () =>
  withNode(async (node) => {
    await publishHistory(node);
    const first = await page(node, "/en/");
    const tag = String(first.headers.etag);
    assert.equal((await page(node, "/en/", { "if-none-match": tag })).status, 304);
    await node.app.listen({ port: 0, host: "127.0.0.1" });
    const changed = firstEvent((node.app.server.address() as AddressInfo).port);
    const [session] = groundworkOfKorea({ author: KOREA.id, at: "2026-02-01T00:00:00.000Z" }).filter(
      ({ id }) => id === EIGHTH_SESSION,
    );
    await node.publish([{ ...session, place: { en: "Busan", fr: "Busan", ko: "부산" } }]);
    assert.match(await changed, /event: changed\ndata:\n\n/);
    const second = await page(node, "/en/", { "if-none-match": tag });
    assert.equal(second.status, 200);
    assert.match(words(second.body), /Eighth session, Busan/);
    const objects = await node.app.inject({ url: "/taxii2/public/collections/public/objects/?match[version]=last" });
    const held = (objects.json().objects as JsonObject[]).find(({ id }) => id === STATEMENT.consultation2023Is48th);
    await node.publish([{ ...held, revoked: true, modified: "2026-03-01T00:00:00.000Z" }]);
    assert.doesNotMatch((await page(node, "/en/")).body, /48th/);
  }));

function statement(id: string, text: string): JsonObject {
  const [example] = groundworkOfKorea({ author: KOREA.id, at: "2023-05-10T01:00:00.000Z" }).filter(
    ({ type, about_ref }) => type === "entente-statement" && about_ref === EIGHTH_SESSION,
  );
  return { ...example, id, value: { en: text } };
}

function firstEvent(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path: "/public/events", headers: { host: "localhost" } }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
        if (text.includes("event: changed")) {
          resolve(text);
          asked.destroy();
        }
      });
    });
    asked.once("error", reject).end();
    setTimeout(() => reject(new Error("no event came")), 5_000).unref();
  });
}
