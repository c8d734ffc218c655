import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Finding, verifyFolder } from "@entente/notes";
import { EntenteError } from "#kernel/errors";

const MAX_BYTES = 64 * 1024 * 1024;

/** Verifies a downloaded folder from its files alone. */
export function verifyAccordFolder(folder: string): readonly Finding[] {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  const size = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  if (size > MAX_BYTES) throw new EntenteError({ code: "too-large", message: `${folder} holds more than 64 MB.` });
  return verifyFolder(names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) })));
}
