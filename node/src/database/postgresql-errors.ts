import { EntenteError } from "../kernel/errors.ts";

/** PostgreSQL's codes (Appendix A of its manual): two transactions could not both happen as if one after the other. */
const AGAIN = new Set(["40001", "40P01"]);
const WRONG_ADDRESS = /^(?:28|3D)/;
const GONE = /^(?:08|53|57P)/;
const NOT_IN_TEXT = "22021";

/** Whether the same command will do, run again: nothing of it has happened. */
export function isToBeRunAgain(error: unknown): boolean {
  return AGAIN.has(codeOf(error) ?? "");
}

/** What a person can do something about, in our words; anything else is a bug, and stays as it came. */
export function asEntenteError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === NOT_IN_TEXT) {
    const message = "A text holds a character that cannot be stored or looked for (NUL).";
    return new EntenteError({ code: "input-invalid", message, cause: error });
  }
  if (code !== undefined && WRONG_ADDRESS.test(code)) {
    return new EntenteError({
      code: "configuration-invalid",
      message: `PostgreSQL refuses the connection: ${(error as Error).message}.`,
      remedy: "Correct `database.address` in configuration.json.",
      cause: error,
    });
  }
  if (code === undefined ? isConnectionError(error) : GONE.test(code)) {
    return new EntenteError({
      code: "database-unavailable",
      kind: "unavailable",
      message: "PostgreSQL cannot be reached now.",
      remedy: "Look whether it runs and has connections left, and try again.",
      cause: error,
    });
  }
  return error;
}

/** Five characters where PostgreSQL itself answered; what the system or the driver says has none. */
function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && "severity" in (error as object) ? code : undefined;
}

function isConnectionError(error: unknown): boolean {
  const { syscall, message = "" } = error as NodeJS.ErrnoException;
  return syscall !== undefined || /^(?:Connection terminated|timeout exceeded|Client has encountered)/.test(message);
}
