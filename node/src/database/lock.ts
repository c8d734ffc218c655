import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { EntenteError } from "../kernel/errors.ts";

/**
 * Holds a data folder for this process: an exclusive transaction, which the system ends with the process, also after
 * `kill -9` (a pid file would stay behind).
 * @throws EntenteError "home-locked" when another process holds it
 */
export function lockHome(home: string): { release(): void } {
  const db = new DatabaseSync(join(home, "lock.db"), { timeout: 0 });
  try {
    db.exec("pragma locking_mode = exclusive; begin exclusive");
  } catch (cause) {
    db.close();
    const message = `The data folder ${home} is in use by another process.`;
    throw new EntenteError({ code: "home-locked", kind: "unavailable", message, cause });
  }
  return { release: () => db.close() };
}
