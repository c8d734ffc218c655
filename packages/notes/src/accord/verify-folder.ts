import { hash } from "node:crypto";
import { NotesError } from "../error.ts";
import type { PartyKey } from "../ledger/party.ts";
import { publicKeyFromPem } from "../note/key.ts";
import { canonicalText } from "./canonical-text.ts";
import { type FilesByName, type Finding, Findings, fileNamed } from "./findings.ts";
import { type FolderFile, keyFileName, MANIFEST_FILE, SUMS_FILE, sumsText } from "./folder-file.ts";
import { type Manifest, textFileName } from "./manifest.ts";
import { parseManifest } from "./manifest-text.ts";
import { commandsIn, verifyCommands, verifyFileName } from "./verify-document.ts";
import { findingsOfActs } from "./verify-folder-acts.ts";
import { VERIFY_LANGUAGES } from "./verify-words.ts";

/**
 * Everything that is wrong with a folder; an empty list means that both parties signed exactly these texts.
 * Never throws for what is in the files.
 * @param knownKeys the parties' keys from their cards or public pages, several for one party while a key changes;
 *   without them the folder is only found to agree with itself, and that must be said beside the result
 */
export function verifyFolder(files: readonly FolderFile[], knownKeys?: readonly PartyKey[]): Finding[] {
  const findings = new Findings();
  const byName: FilesByName = new Map(files.map(({ name, bytes }) => [name, bytes]));
  if (byName.size !== files.length) findings.add(SUMS_FILE, "file-unexpected", "Two files have one name; keep one.");
  checkSums(files, byName, findings);
  const manifest = findings.check(MANIFEST_FILE, () => parseManifest(fileNamed(byName, MANIFEST_FILE)));
  if (!manifest) return findings.list;
  checkContent(manifest, byName, findings);
  const keys = checkKeys(manifest, byName, knownKeys, findings);
  const { states, fileNames } = findingsOfActs(manifest, byName, keys, findings);
  checkDocuments(byName, verifyCommands(states), findings);
  checkNothingElse(manifest, byName, fileNames, findings);
  return findings.list;
}

function checkSums(files: readonly FolderFile[], byName: FilesByName, findings: Findings): void {
  const sums = findings.check(SUMS_FILE, () => fileNamed(byName, SUMS_FILE));
  if (!sums) return;
  const expected = sumsText(files);
  if (Buffer.from(sums).equals(Buffer.from(expected))) return;
  const listed = new Set(Buffer.from(sums).toString().split("\n"));
  const wrong = expected.split("\n").filter((line) => !listed.has(line));
  for (const line of wrong) findings.add(line.slice(66), "digest-differs", "The file is not the one in SHA256SUMS.");
  if (wrong.length === 0) findings.add(SUMS_FILE, "digest-differs", "It lists files that are not there, or unsorted.");
}

function checkContent(manifest: Manifest, files: FilesByName, findings: Findings): void {
  const { texts, annexes = [] } = manifest;
  for (const text of texts)
    findings.check(textFileName(text), () => canonicalText(fileNamed(files, textFileName(text))));
  const digests = [...texts.map((text) => ({ name: textFileName(text), sha256: text.sha256 })), ...annexes];
  for (const { name, sha256 } of digests) {
    findings.check(name, () => {
      if (hash("sha256", fileNamed(files, name), "hex") === sha256) return;
      throw new NotesError("digest-differs", `${name} is not the file that the manifest names; do not use it.`);
    });
  }
}

function checkKeys(
  { parties }: Manifest,
  files: FilesByName,
  knownKeys: readonly PartyKey[] | undefined,
  findings: Findings,
): PartyKey[] {
  return parties.flatMap((party) => {
    const file = keyFileName(party);
    const publicKey = findings.check(file, () =>
      publicKeyFromPem(Buffer.from(fileNamed(files, file)).toString("latin1")),
    );
    if (!publicKey) return [];
    const known = knownKeys?.some((key) => key.party === party && publicKey.equals(key.publicKey)) ?? true;
    if (!known) findings.add(file, "key-unexpected", "This is not the key on the party's card; ask that party.");
    return [{ party, publicKey }];
  });
}

function checkDocuments(files: FilesByName, commands: readonly string[], findings: Findings): void {
  for (const language of VERIFY_LANGUAGES) {
    const name = verifyFileName(language);
    if (language !== "en" && !files.has(name)) continue;
    findings.check(name, () => {
      const given = commandsIn(canonicalText(fileNamed(files, name)));
      // A forger would let it leave out the check that fails.
      if (given.join("\n") === commands.join("\n")) return;
      throw new NotesError("file-unexpected", `${name} gives other commands than this folder needs; do not follow it.`);
    });
  }
}

function checkNothingElse(manifest: Manifest, files: FilesByName, actFileNames: string[], findings: Findings): void {
  const expected = new Set([
    MANIFEST_FILE,
    SUMS_FILE,
    ...manifest.texts.map(textFileName),
    ...(manifest.annexes ?? []).map(({ name }) => name),
    ...manifest.parties.map(keyFileName),
    ...VERIFY_LANGUAGES.map(verifyFileName),
    ...actFileNames,
  ]);
  for (const name of files.keys()) {
    if (!expected.has(name))
      findings.add(name, "file-unexpected", "Nothing that was signed names this file; remove it.");
  }
}
