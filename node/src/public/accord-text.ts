import {
  commandsIn,
  type FolderFile,
  keyFingerprint,
  type Manifest,
  parseManifest,
  publicKeyFromPem,
  textFileName,
  verifyFileName,
  verifyFolder,
} from "@entente/notes";
import { accordFolder } from "#texts";
import type { PageContext } from "./page-context.ts";
import type { Accord } from "./record.ts";
import type { Language } from "./words/index.ts";

export type LanguageVersion = {
  readonly language: string;
  readonly status: "authentic" | "courtesy";
  readonly paragraphs: readonly string[];
};
export type AccordReading = {
  readonly files: readonly FolderFile[];
  readonly versions: readonly LanguageVersion[];
  readonly parties: readonly { readonly id: string; readonly fingerprint: string }[];
  /** True when every named party's signature is there and right, and every file is the one that was signed. */
  readonly isSigned: boolean;
};

const readings = new WeakMap<Accord, AccordReading | undefined>();

/** Reads an accord's folder and verifies it as anyone would; undefined when its manifest cannot be read. */
export function readAccord(accord: Accord): AccordReading | undefined {
  if (!readings.has(accord)) readings.set(accord, readingOf(accord));
  return readings.get(accord);
}

function readingOf(accord: Accord): AccordReading | undefined {
  const files = accordFolder(accord);
  try {
    const manifest = parseManifest(bytesOf(files, "manifest"));
    return {
      files,
      versions: versionsOf(manifest, files),
      parties: manifest.parties.map((id) => ({ id, fingerprint: fingerprintOf(files, id) })),
      isSigned: verifyFolder(files).length === 0,
    };
  } catch {
    return undefined;
  }
}

/** One version per language, authentic ones first. Under alternat the copies differ only in whom they name first. */
function versionsOf({ texts }: Manifest, files: readonly FolderFile[]): LanguageVersion[] {
  const byLanguage = new Map<string, LanguageVersion>();
  for (const text of texts) {
    if (byLanguage.has(text.language)) continue;
    const { language, status } = text;
    const content = Buffer.from(bytesOf(files, textFileName(text))).toString();
    byLanguage.set(language, { language, status, paragraphs: content.trimEnd().split("\n\n") });
  }
  return [...byLanguage.values()].sort((a, b) => Number(a.status === "courtesy") - Number(b.status === "courtesy"));
}

function fingerprintOf(files: readonly FolderFile[], party: string): string {
  return keyFingerprint(publicKeyFromPem(Buffer.from(bytesOf(files, `${party}.pem`)).toString("latin1")));
}

function bytesOf(files: readonly FolderFile[], name: string): Uint8Array {
  const file = files.find((one) => one.name === name);
  if (!file) throw new Error(`The folder has no ${name}.`);
  return file.bytes;
}

/** The commands of the folder's own document: the ones to type, in its order. */
export function verifyCommandsOf(files: readonly FolderFile[], language: Language): string[] {
  const names = [verifyFileName(language), verifyFileName("en")];
  const document = files.find(({ name }) => names.includes(name));
  return document ? commandsIn(Buffer.from(document.bytes).toString()) : [];
}

export function accordKind(context: PageContext, kind: Accord["kind"]): string {
  if (kind === "joint-communique") return context.words("communique.title");
  return context.words(`communique.${kind}`);
}
