import { hash } from "node:crypto";
import type { ActName } from "./act.ts";

/** One file of the folder that anyone downloads; there are no subfolders. */
export type FolderFile = { readonly name: string; readonly bytes: Uint8Array };

export const MANIFEST_FILE = "manifest";
export const SUMS_FILE = "SHA256SUMS";

export const keyFileName = (party: string): string => `${party}.pem`;
export const noteFileName = (act: ActName): string => `${act}.note`;
export const actFileName = (act: ActName): string => `${act}.txt`;
export const signatureFileName = (act: ActName, party: string): string => `${act}.${party}.sig`;

/** The lines of SHA256SUMS over every file but itself, sorted by name, as `sha256sum` writes them. */
export function sumsText(files: readonly FolderFile[]): string {
  return files
    .filter(({ name }) => name !== SUMS_FILE)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, bytes }) => `${hash("sha256", bytes, "hex")}  ${name}\n`)
    .join("");
}
