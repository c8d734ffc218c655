/** Every reason for which this node refuses something. docs/errors.md has a row per code. */
export type ErrorCode =
  | "input-invalid"
  | "object-invalid"
  | "object-unknown"
  | "version-conflict"
  | "version-in-the-future"
  | "label-required"
  | "edited-meanwhile"
  | "not-signed-in"
  | "not-allowed"
  | "link-used"
  | "origin-mismatch"
  | "host-unknown"
  | "too-many-requests"
  | "too-large"
  | "peer-unknown"
  | "card-invalid"
  | "card-outdated"
  | "already-paired"
  | "proof-failed"
  | "peer-unavailable"
  | "outbound-refused"
  | "decision-unknown"
  | "decision-void"
  | "second-person-refused"
  | "nothing-to-release"
  | "dry-run-outdated"
  | "act-impossible"
  | "text-not-canonical"
  | "instant-too-early"
  | "home-locked"
  | "home-missing"
  | "home-not-empty"
  | "configuration-invalid"
  | "schema-unknown"
  | "database-unavailable"
  | "not-found"
  | "internal";

/** Unproven: a proof fails. Unacceptable: a rule refuses. Unavailable: try again. */
export type ErrorKind = "unproven" | "unacceptable" | "unavailable";

export type Fault = { readonly path: string; readonly message: string };

type Details = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly kind?: ErrorKind;
  /** What the person can do about it. */
  readonly remedy?: string;
  readonly faults?: readonly Fault[];
  readonly cause?: unknown;
};

export class EntenteError extends Error {
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
  readonly remedy: string | undefined;
  readonly faults: readonly Fault[];

  constructor({ code, message, kind = "unacceptable", remedy, faults = [], cause }: Details) {
    super(message, { cause });
    this.name = "EntenteError";
    this.code = code;
    this.kind = kind;
    this.remedy = remedy;
    this.faults = faults;
  }
}

/** An error as plain data, so that it can cross from the writer's thread. Anything unforeseen keeps its stack for the log. */
export type PlainError = Omit<Details, "cause"> & { readonly stack?: string };

export function plainError(error: unknown): PlainError {
  if (error instanceof EntenteError) {
    const { code, message, kind, remedy, faults } = error;
    return { code, message, kind, faults, ...(remedy === undefined ? {} : { remedy }) };
  }
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  return { code: "internal", message, stack };
}

export function errorFrom(plain: PlainError): Error {
  const error = new EntenteError(plain);
  if (plain.stack) error.stack = plain.stack;
  return error;
}
