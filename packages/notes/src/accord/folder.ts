import { NotesError } from "../error.ts";
import type { PartyKey } from "../ledger/party.ts";
import { publicKeyPem } from "../note/key.ts";
import { parseNote } from "../note/parse-note.ts";
import { ACT_NAMES, type ActState, verifyAct } from "./act.ts";
import { canonicalText } from "./canonical-text.ts";
import {
  actFileName,
  type FolderFile,
  keyFileName,
  MANIFEST_FILE,
  noteFileName,
  SUMS_FILE,
  signatureFileName,
  sumsText,
} from "./folder-file.ts";
import { type Manifest, textFileName } from "./manifest.ts";
import { manifestText } from "./manifest-text.ts";
import { type KeyPage, verifyDocument, verifyFileName } from "./verify-document.ts";
import { verifyFolder } from "./verify-folder.ts";
import { VERIFY_LANGUAGES, type VerifyLanguage } from "./verify-words.ts";

/** A text file's content: what `textOf` gave, and what the manifest holds the SHA-256 of. */
export type AccordText = { readonly language: string; readonly copy: string; readonly text: string };

export type FolderInput = {
  readonly texts: readonly AccordText[];
  readonly manifest: Manifest;
  /** Each act's note (`actNote`), each act once, in any order. */
  readonly acts: readonly string[];
  /** Exactly one for each party. */
  readonly keys: readonly PartyKey[];
  readonly annexes?: readonly FolderFile[];
  /** Where both parties publish the keys' fingerprints; English is always among the languages. */
  readonly verifyDocuments: { readonly keyPages: readonly KeyPage[]; readonly languages?: readonly VerifyLanguage[] };
};

/**
 * The folder that anyone downloads, sorted by name: texts, manifest, acts, keys, SHA256SUMS and how to check it. The
 * same input gives the same bytes. An act that one party has not given yet is in it, and `verifyFolder` says so; ask
 * `verifyAct` before anything becomes public.
 * @throws NotesError the first finding of `verifyFolder` on the result (a text that is not the manifest's, a wrong
 *   line), other than `not-signed`
 */
export function folderOf({ texts, manifest, acts, keys, annexes = [], verifyDocuments }: FolderInput): FolderFile[] {
  const given = acts
    .map((note) => ({ note, state: verifyAct(note, manifest.parties, keys) }))
    .sort((a, b) => ACT_NAMES.indexOf(a.state.act.name) - ACT_NAMES.indexOf(b.state.act.name));
  const content = [
    ...texts.map((text) => textFile(textFileName(text), canonicalText(text.text))),
    ...annexes,
    textFile(MANIFEST_FILE, manifestText(manifest)),
    ...given.flatMap(({ note, state }) => actFiles(note, state)),
    ...keys.map(({ party, publicKey }) => textFile(keyFileName(party), publicKeyPem(publicKey))),
  ];
  const states = given.map(({ state }) => state);
  const documents = documentsOf(manifest, states, verifyDocuments, content.length);
  const listed = [...content, ...documents];
  const files = [...listed, textFile(SUMS_FILE, sumsText(listed))].sort((a, b) => (a.name < b.name ? -1 : 1));
  refuseUnsound(files, keys);
  return files;
}

function actFiles(note: string, { act, signedBy }: ActState): FolderFile[] {
  const { text, signatures } = parseNote(note);
  return [
    textFile(noteFileName(act.name), note),
    textFile(actFileName(act.name), text),
    ...signatures
      .filter(({ name }) => signedBy.includes(name))
      .map(({ name, signature }) => ({ name: signatureFileName(act.name, name), bytes: signature })),
  ];
}

function documentsOf(
  manifest: Manifest,
  acts: readonly ActState[],
  { keyPages, languages = VERIFY_LANGUAGES }: FolderInput["verifyDocuments"],
  contentCount: number,
): FolderFile[] {
  const all = VERIFY_LANGUAGES.filter((language) => language === "en" || languages.includes(language));
  const fileCount = contentCount + all.length;
  return all.map((language) =>
    textFile(
      verifyFileName(language),
      canonicalText(verifyDocument({ language, manifest, acts, keyPages, fileCount })),
    ),
  );
}

function refuseUnsound(files: readonly FolderFile[], keys: readonly PartyKey[]): void {
  const finding = verifyFolder(files, keys).find(({ code }) => code !== "not-signed");
  if (finding) throw new NotesError(finding.code, `${finding.file}: ${finding.message}`);
}

function textFile(name: string, text: string): FolderFile {
  return { name, bytes: Buffer.from(text) };
}
