import { hash } from "node:crypto";
import type { FolderFile } from "@entente/notes";

type AccordFile = { readonly name: string; readonly sha256: string; readonly data: string };
type Accord = { readonly party_refs: readonly string[]; readonly files: readonly AccordFile[] };

const PLACEHOLDER = /party-([12])(?=\.)/;

/**
 * The files as the accord object holds them. In their names a party stands by its place in `party_refs`: an id inside a
 * longer text would withhold the accord from everyone (R8).
 */
export function accordFiles(folder: readonly FolderFile[], partyRefs: readonly string[]): AccordFile[] {
  return folder.map(({ name, bytes }) => ({
    name: partyRefs.reduce((short, party, index) => short.replace(party, `party-${index + 1}`), name),
    sha256: hash("sha256", bytes, "hex"),
    data: Buffer.from(bytes).toString("base64"),
  }));
}

/** The folder that anyone downloads, byte for byte, from the accord object. */
export function accordFolder({ party_refs, files }: Accord): FolderFile[] {
  return files.map(({ name, data }) => ({
    name: name.replace(PLACEHOLDER, (_, place: string) => party_refs[Number(place) - 1] ?? ""),
    bytes: Buffer.from(data, "base64"),
  }));
}
