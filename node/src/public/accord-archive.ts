import type { FolderFile } from "@entente/notes";
import { zipSync } from "fflate";

// ZIP knows no time before 1980. A fixed one, so that both nodes give the same bytes for the same folder.
const FIXED_TIME = new Date(1980, 0, 1);

/** The folder as one archive: the stored bytes, not compressed, in the order of their names, in a folder of its own. */
export function accordArchive(folder: string, files: readonly FolderFile[]): Uint8Array {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries = Object.fromEntries(sorted.map(({ name, bytes }) => [`${folder}/${name}`, bytes]));
  return zipSync(entries, { level: 0, mtime: FIXED_TIME });
}
