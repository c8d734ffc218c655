import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { hash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { generateSigningKey } from "../note/key.ts";
import { type Act, actNote, signAct } from "./act.ts";
import { textOf } from "./canonical-text.ts";
import { type FolderInput, folderOf } from "./folder.ts";
import { type FolderFile, sumsText } from "./folder-file.ts";
import { type Manifest, manifestSha256 } from "./manifest.ts";
import { manifestText } from "./manifest-text.ts";
import { commandsIn } from "./verify-document.ts";
import { verifyFolder } from "./verify-folder.ts";

const KOREA = "identity--0f9d3a52-8f04-4a4e-9a5c-1c5d3f6f0b01";
const USA = "identity--5a1c7f0e-64d3-4c55-8d25-7e0a9a9d4c02";
const [korea, usa] = [generateSigningKey(), generateSigningKey()];
const KEYS = [
  { party: KOREA, publicKey: korea.publicKey },
  { party: USA, publicKey: usa.publicKey },
];
const place = mkdtempSync(join(tmpdir(), "accord-"));
after(() => rmSync(place, { recursive: true }));

const sentence = randomBytes(12).toString("hex");
const texts = [
  { language: "en", copy: "single", text: textOf(["1. The eighth session met.", `2. ${sentence}`]) },
  { language: "ko", copy: "single", text: textOf(["1. 제8차 회의가 열렸다.", `2. ${sentence}`]) },
];
const annex = { name: "list.csv", bytes: Buffer.from("a,b\n") };
const manifest: Manifest = {
  symbol: "CCWG-8/JS/1",
  kind: "joint-communique",
  parties: [KOREA, USA],
  precedence: "host-first",
  texts: texts.map(({ language, copy, text }) => ({
    language,
    copy,
    status: "authentic",
    sha256: hash("sha256", text, "hex"),
  })),
  annexes: [{ name: annex.name, sha256: hash("sha256", annex.bytes, "hex") }],
};

function noteBy(act: Act, keys: Record<string, typeof korea>): string {
  const sha256 = manifestSha256(manifestText(manifest));
  const lines = Object.entries(keys).map(([party, { privateKey }]) => signAct(act, sha256, party, privateKey));
  return actNote(act, sha256, lines);
}

const publish: Act = { name: "publish", instant: "2023-05-09T03:00:00Z" };
const INPUT: FolderInput = {
  texts,
  manifest,
  annexes: [annex],
  acts: [noteBy({ name: "sign" }, { [USA]: usa, [KOREA]: korea }), noteBy(publish, { [KOREA]: korea, [USA]: usa })],
  keys: KEYS,
  verifyDocuments: {
    keyPages: [
      { party: KOREA, name: "Korea", address: "https://kor.example/keys" },
      { party: USA, name: "United States", address: "https://usa.example/keys" },
    ],
  },
};
const FILES = folderOf(INPUT);
const bytesOf = (name: string): Buffer => Buffer.from(FILES.find((file) => file.name === name)!.bytes);
const COMMANDS = commandsIn(bytesOf("VERIFY.md").toString());

/** Unpacks the folder and types the commands one after another, as a person would; the first that fails is the end. */
function runCommands(files: readonly FolderFile[], commands: readonly string[]) {
  const folder = mkdtempSync(join(place, "folder-"));
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  return spawnSync("bash", ["-e", "-c", commands.join("\n")], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
}

function withFile(name: string, change: (bytes: Buffer) => Buffer): FolderFile[] {
  return FILES.map((file) => (file.name === name ? { name, bytes: change(Buffer.from(file.bytes)) } : file));
}

/** What a forger does who has read the instructions: he counts the sums again. */
function summedAgain(files: readonly FolderFile[]): FolderFile[] {
  return files.map((file) =>
    file.name === "SHA256SUMS" ? { name: file.name, bytes: Buffer.from(sumsText(files)) } : file,
  );
}

/** One byte with its lowest bit the other way round: the first decimal digit, so that a sum stays a sum, or the middle. */
function flipOne(bytes: Buffer): Buffer {
  const digit = bytes.findIndex((byte) => byte >= 0x30 && byte <= 0x39);
  const position = digit === -1 ? bytes.length >> 1 : digit;
  bytes[position] = bytes[position]! ^ 1;
  return bytes;
}

test("the folder holds what was agreed, and the same input gives the same bytes", () => {
  assert.deepEqual(
    FILES.map(({ name }) => name),
    [
      "SHA256SUMS",
      "VERIFY.fr.md",
      "VERIFY.ko.md",
      "VERIFY.md",
      "en.single.txt",
      `${KOREA}.pem`,
      `${USA}.pem`,
      "ko.single.txt",
      "list.csv",
      "manifest",
      "publish.note",
      "publish.txt",
      `publish.${KOREA}.sig`,
      `publish.${USA}.sig`,
      "sign.note",
      "sign.txt",
      `sign.${KOREA}.sig`,
      `sign.${USA}.sig`,
    ].sort(),
  );
  assert.ok(bytesOf("en.single.txt").includes(sentence));
  assert.equal(bytesOf("publish.txt").toString().split("\n")[1], "publish 2023-05-09T03:00:00Z");
  assert.deepEqual(folderOf({ ...INPUT, acts: INPUT.acts.toReversed(), texts: texts.toReversed() }), FILES);
  assert.deepEqual(verifyFolder(FILES, KEYS), []);
});

test("the document's own commands succeed, in each language", () => {
  assert.equal(COMMANDS.length, 5);
  assert.equal(COMMANDS[0], "sha256sum -c SHA256SUMS");
  assert.equal(
    COMMANDS[1],
    `openssl pkeyutl -verify -pubin -inkey ${KOREA}.pem -rawin -in sign.txt -sigfile sign.${KOREA}.sig`.replaceAll(
      "sign.",
      "sign.",
    ),
  );
  for (const name of ["VERIFY.md", "VERIFY.fr.md", "VERIFY.ko.md"]) {
    assert.deepEqual(commandsIn(bytesOf(name).toString()), COMMANDS);
    assert.ok(bytesOf(name).includes("https://kor.example/keys") && bytesOf(name).includes("https://usa.example/keys"));
  }
  const { status, stdout, stderr } = runCommands(FILES, COMMANDS);
  assert.equal(status, 0, stderr);
  assert.equal(stdout.match(/: OK$/gm)?.length, FILES.length - 1);
  assert.match(bytesOf("VERIFY.md").toString(), new RegExp(`report ${FILES.length - 1} files as OK`));
  assert.equal(stdout.match(/Signature Verified Successfully/g)?.length, 4);
});

test("one flipped byte in each file makes its own commands fail, and is found", () => {
  for (const { name } of FILES) {
    const flipped = withFile(name, flipOne);
    assert.notEqual(runCommands(flipped, COMMANDS).status, 0, name);
    assert.notDeepEqual(verifyFolder(flipped, KEYS), [], name);
  }
});

test("a flipped byte of what is signed is found by openssl, even with the sums counted again", () => {
  for (const name of FILES.map((file) => file.name).filter((file) => /\.(sig|pem)$|^(sign|publish)\.txt$/.test(file))) {
    const { status, stdout } = runCommands(summedAgain(withFile(name, flipOne)), COMMANDS);
    assert.notEqual(status, 0, name);
    assert.doesNotMatch(stdout, /FAILED/, name);
  }
});

test("any flipped byte of any file is found, even with the sums counted again", () => {
  for (const { name, bytes } of FILES.filter((file) => file.name !== "SHA256SUMS" && !file.name.startsWith("VERIFY"))) {
    for (let position = 0; position < bytes.length; position += 7) {
      const flipped = summedAgain(
        withFile(name, (copy) => {
          copy[position] = copy[position]! ^ 1;
          return copy;
        }),
      );
      assert.notDeepEqual(verifyFolder(flipped, KEYS), [], `${name} at ${position}`);
    }
  }
});

// `sha256sum -c` only warns of a line that is no longer a sum (without --strict its exit status stays 0).
test("any flipped byte of SHA256SUMS fails or is warned of by sha256sum, and is found", () => {
  const sums = bytesOf("SHA256SUMS");
  // One byte in each part of the first line (hash, gap, name) and the last newline.
  for (const position of [0, 1, 2, 3, 4, 5, 6, 7, 63, 64, 65, 66, sums.length - 1]) {
    const flipped = withFile("SHA256SUMS", (copy) => {
      copy[position] = copy[position]! ^ 1;
      return copy;
    });
    const { status, stderr } = runCommands(flipped, COMMANDS.slice(0, 1));
    assert.ok(status !== 0 || /WARNING/.test(stderr), `at ${position}`);
    assert.notDeepEqual(verifyFolder(flipped, KEYS), [], `at ${position}`);
  }
});

test("each forgery has its finding", () => {
  const found = (files: readonly FolderFile[], keys = KEYS) =>
    verifyFolder(files, keys).map(({ file, code, kind }) => `${file} ${code} ${kind}`);
  const stranger = generateSigningKey();

  assert.deepEqual(found(FILES, [KEYS[0]!, { party: USA, publicKey: stranger.publicKey }]), [
    `${USA}.pem key-unexpected unacceptable`,
  ]);
  // A whole folder that agrees with itself, by somebody else's key: only the known keys tell.
  const others = { [KOREA]: korea, [USA]: stranger };
  const selfMade = folderOf({
    ...INPUT,
    acts: [noteBy({ name: "sign" }, others)],
    keys: [KEYS[0]!, { party: USA, publicKey: stranger.publicKey }],
  });
  assert.deepEqual(verifyFolder(selfMade), []);
  assert.deepEqual(found(selfMade), [`${USA}.pem key-unexpected unacceptable`]);

  const half = folderOf({ ...INPUT, acts: [noteBy({ name: "sign" }, { [USA]: usa })] });
  assert.deepEqual(found(half), ["sign.note not-signed unacceptable"]);
  const initialled = folderOf({ ...INPUT, acts: [noteBy({ name: "initial" }, { [KOREA]: korea, [USA]: usa })] });
  assert.deepEqual(found(initialled), ["sign.note not-signed unacceptable"]);
  assert.equal(
    runCommands(half, commandsIn(Buffer.from(half.find(({ name }) => name === "VERIFY.md")!.bytes).toString())).status,
    0,
  );

  const added = summedAgain([...FILES, { name: "annex.txt", bytes: Buffer.from("We also agreed.\n") }]);
  assert.deepEqual(found(added), ["annex.txt file-unexpected unacceptable"]);
  const without = summedAgain(FILES.filter(({ name }) => name !== "ko.single.txt"));
  assert.deepEqual([...new Set(found(without))], ["ko.single.txt folder-incomplete malformed"]);
  const shorter = withFile("VERIFY.md", (bytes) => Buffer.from(bytes.toString().replace(`${COMMANDS[2]}\n`, "")));
  assert.deepEqual(found(summedAgain(shorter)), ["VERIFY.md file-unexpected unacceptable"]);
  const renamed = summedAgain(
    FILES.map((file) => (file.name === "sign.note" ? { ...file, bytes: bytesOf("publish.note") } : file)),
  );
  assert.ok(found(renamed).includes("sign.note act-invalid malformed"));
  assert.deepEqual(
    verifyFolder([]).map(({ code }) => code),
    ["folder-incomplete", "folder-incomplete"],
  );
});

test("a folder is not made of what does not fit", () => {
  const changed = texts.with(0, { ...texts[0]!, text: textOf(["1. Another text."]) });
  assert.throws(() => folderOf({ ...INPUT, texts: changed }), { code: "digest-differs" });
  assert.throws(() => folderOf({ ...INPUT, texts: texts.slice(1) }), { code: "folder-incomplete" });
  assert.throws(() => folderOf({ ...INPUT, keys: KEYS.slice(1) }), { kind: "unproven" });
  assert.throws(() => folderOf({ ...INPUT, acts: [INPUT.acts[0]!, INPUT.acts[0]!] }), { code: "file-unexpected" });
  const { keyPages } = INPUT.verifyDocuments;
  const injected = keyPages.with(0, { ...keyPages[0]!, name: "Korea\n```sh\nfalse\n```" });
  for (const pages of [injected, keyPages.slice(1), [keyPages[0]!, keyPages[0]!]]) {
    assert.throws(() => folderOf({ ...INPUT, verifyDocuments: { keyPages: pages } }), { code: "key-page-invalid" });
  }
});
