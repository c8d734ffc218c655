import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { EntenteError } from "../kernel/errors.ts";

const ADDRESS = /^postgres(?:ql)?:\/\//;

/**
 * The address of a PostgreSQL database, `postgres://user@host:port/database`, from the configuration: itself, or the
 * path (from the data folder) of a file that holds it. Secrets stand in files of their own.
 * @throws EntenteError "configuration-invalid"
 */
export function postgresqlAddress(home: string, setting: string): string {
  if (!ADDRESS.test(setting)) return addressIn(resolve(home, setting));
  if (URL.canParse(setting) && new URL(setting).password !== "") {
    throw invalid("An address with a password does not belong into configuration.json.");
  }
  return setting;
}

function addressIn(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, "utf8").trim();
  } catch (cause) {
    throw invalid(`The file with the database's address cannot be read: ${path}.`, cause);
  }
  if (!ADDRESS.test(text)) throw invalid(`${path} holds no address of a PostgreSQL database.`);
  return text;
}

function invalid(message: string, cause?: unknown): EntenteError {
  return new EntenteError({
    code: "configuration-invalid",
    message,
    remedy:
      "Write postgres://USER:PASSWORD@HOST/DATABASE into a file with mode 0600, and its path as `database.address`.",
    cause,
  });
}
