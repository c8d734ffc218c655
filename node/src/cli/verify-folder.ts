import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { type Finding, publicKeyFromPem, verifyFolder } from "@entente/notes";
import { EntenteError } from "#kernel/errors";

const MAX_BYTES = 64 * 1024 * 1024;

export type Verified = { readonly findings: readonly Finding[]; readonly parties: readonly string[] };

/**
 * Verifies a downloaded folder from its files alone, and against the parties' keys where they are given: files called
 * `<party id>.pem`, from the public pages of both. Without them the folder only proves itself.
 */
export function verifyAccordFolder(folder: string, keyFiles: readonly string[]): Verified {
  const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
  const size = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  if (size > MAX_BYTES) throw new EntenteError({ code: "too-large", message: `${folder} holds more than 64 MB.` });
  const files = names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const known = keyFiles.map((file) => ({
    party: basename(file, ".pem"),
    publicKey: publicKeyFromPem(readFileSync(file, "utf8")),
  }));
  const findings = verifyFolder(files, known.length > 0 ? known : undefined);
  return { findings, parties: names.filter((name) => name.endsWith(".pem")).map((name) => basename(name, ".pem")) };
}
