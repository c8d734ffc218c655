import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Random, systemRandom } from "#kernel/random";

const BYTES = 32;

/** A secret of this node under a name, kept between starts; made when it is asked for first. Never in a database. */
export function keptSecret(home: string, name: string, random: Random = systemRandom): Uint8Array {
  const path = join(home, "keys", `${name}.secret`);
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  mkdirSync(join(home, "keys"), { recursive: true, mode: 0o700 });
  const secret = random.bytes(BYTES);
  writeFileSync(path, secret, { mode: 0o600, flag: "wx", flush: true });
  return secret;
}
