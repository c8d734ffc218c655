import { NotesError } from "../error.ts";
import type { ActName, ActState } from "./act.ts";
import { actFileName, keyFileName, SUMS_FILE, signatureFileName } from "./folder-file.ts";
import { type Manifest, textFileName } from "./manifest.ts";
import { VERIFY_WORDS, type VerifyLanguage } from "./verify-words.ts";

/** A party's public page, where the fingerprints of both parties' keys stand. `name`: the party's, as people know it. */
export type KeyPage = { readonly party: string; readonly name: string; readonly address: string };

export type VerifyDocumentInput = {
  readonly language: VerifyLanguage;
  readonly manifest: Manifest;
  readonly acts: readonly ActState[];
  readonly keyPages: readonly KeyPage[];
  /** How many lines SHA256SUMS has. */
  readonly fileCount: number;
};

/** The English document is `VERIFY.md`, every other `VERIFY.<language>.md`. */
export function verifyFileName(language: VerifyLanguage): string {
  return language === "en" ? "VERIFY.md" : `VERIFY.${language}.md`;
}

/** The first command: every file against SHA256SUMS. */
export const SUMS_COMMAND = `sha256sum -c ${SUMS_FILE}`;

/** The command that checks one party's signature under one act, with OpenSSL 3. */
export function signatureCommand(act: ActName, party: string): string {
  const [key, text, signature] = [keyFileName(party), actFileName(act), signatureFileName(act, party)];
  return `openssl pkeyutl -verify -pubin -inkey ${key} -rawin -in ${text} -sigfile ${signature}`;
}

/** All commands, in the document's order: one line for each act and party that gave it. */
export function verifyCommands(acts: readonly ActState[]): string[] {
  const lines = acts.flatMap(({ act, signedBy }) => signedBy.map((party) => signatureCommand(act.name, party)));
  return [SUMS_COMMAND, ...lines];
}

/** The lines in a document's code blocks: what a person who follows it types. */
export function commandsIn(document: string): string[] {
  return [...document.matchAll(/^```[^\n]*\n(.*?)^```/gms)].flatMap(([, block = ""]) => block.trimEnd().split("\n"));
}

/**
 * The document that says, in plain words, how anyone checks the folder with two standard tools.
 * @throws NotesError `key-page-invalid` unless there is one page for each party, in texts of one line
 */
export function verifyDocument({ language, manifest, acts, keyPages, fileCount }: VerifyDocumentInput): string {
  checkKeyPages(manifest, keyPages);
  const words = VERIFY_WORDS[language];
  const [sums, ...signatures] = verifyCommands(acts);
  const texts = manifest.texts.map((text) => `- \`${textFileName(text)}\` (${words.statuses[text.status]})`).sort();
  const pages = keyPages.map(({ party, name, address }) => `- ${words.keyPage(name, address, keyFileName(party))}`);
  const parts = [
    `# ${words.title(manifest.symbol)}`,
    words.opening,
    texts.join("\n"),
    words.needed,
    `## 1. ${words.files}`,
    codeBlock([sums!]),
    words.filesResult(fileCount),
    `## 2. ${words.signatures}`,
    codeBlock(signatures),
    words.signaturesResult,
    `## 3. ${words.content}`,
    words.contentSteps,
    `## 4. ${words.keys}`,
    words.keysSteps,
    pages.join("\n"),
    words.tool,
  ];
  return `${parts.join("\n\n")}\n`;
}

function checkKeyPages({ parties }: Manifest, keyPages: readonly KeyPage[]): void {
  const oneEach =
    keyPages.length === parties.length && parties.every((party) => keyPages.some((page) => page.party === party));
  // A line break or a backtick could put a command of its own into the document.
  const plain = keyPages.every(({ name, address }) => [name, address].every((text) => /^[^\n`]+$/.test(text)));
  if (oneEach && plain) return;
  throw new NotesError(
    "key-page-invalid",
    "Name one public page for each party, each text on one line, without backticks.",
  );
}

function codeBlock(lines: readonly string[]): string {
  return ["```sh", ...lines, "```"].join("\n");
}
